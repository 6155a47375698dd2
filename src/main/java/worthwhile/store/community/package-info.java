/** What people say and what is decided about it, as it is stored. */
package worthwhile.store.community;
