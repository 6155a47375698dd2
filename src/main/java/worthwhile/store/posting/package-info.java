/** Postings, requesters, the change log and its followers, written in one transaction. */
package worthwhile.store.posting;
