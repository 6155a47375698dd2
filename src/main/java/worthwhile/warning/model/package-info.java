/** How much a posting's words are like those of postings that turned out to be frauds. */
package worthwhile.warning.model;
