/** The market: what is paid by whom, for what and when, and how soon it is gone. */
package worthwhile.site.market;
