/** How texts become terms, and terms conditions of Lucene. */
package worthwhile.search.lucene.text;
