/** What is kept of each source: its health, its runs, its answers. */
package worthwhile.store.source;
