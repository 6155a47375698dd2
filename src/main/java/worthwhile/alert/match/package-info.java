/** Which of many saved searches find one posting. */
package worthwhile.alert.match;
