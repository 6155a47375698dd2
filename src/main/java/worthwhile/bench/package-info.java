/** How fast pages become postings in the store, measured on invented ones in this process. */
package worthwhile.bench;
