/** Saved searches and alerts: the page, the API, feeds under secret addresses, leaving. */
package worthwhile.site.alert;
