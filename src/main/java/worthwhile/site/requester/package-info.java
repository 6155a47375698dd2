/** Requesters: their pages and what other sites say. */
package worthwhile.site.requester;
