/** The search: page, API, feeds, live stream. */
package worthwhile.site.search;
