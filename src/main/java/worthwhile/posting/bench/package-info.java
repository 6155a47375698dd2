/** Postings that nobody offers, as many as wanted, for measuring how fast the program is. */
package worthwhile.posting.bench;
