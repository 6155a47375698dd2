/** The best of many results, kept without keeping all. */
package worthwhile.search.lucene.best;
