/**
 * How fast pages become postings in the store and postings are found, measured on invented ones.
 */
package worthwhile.bench;
