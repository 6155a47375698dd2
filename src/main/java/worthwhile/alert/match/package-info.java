/** Asks many saved searches about one posting. */
package worthwhile.alert.match;
