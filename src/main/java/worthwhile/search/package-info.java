/** Stage 10: Lucene behind one small type: facets, filters, highlights, near-real-time. */
package worthwhile.search;
