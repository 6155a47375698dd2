/** The index in Lucene. Only this package knows it. */
package worthwhile.search.lucene;
