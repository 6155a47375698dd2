/** How fast postings are matched against very many saved searches. */
package worthwhile.alert.bench;
