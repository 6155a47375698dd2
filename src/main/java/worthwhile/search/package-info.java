/**
 * Stage 10: what a search means and what it finds, with Lucene behind {@link
 * worthwhile.search.PostingIndex}.
 */
package worthwhile.search;
