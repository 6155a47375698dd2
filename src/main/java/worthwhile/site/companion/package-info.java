/** The companion: its page, its script, what it forwards. */
package worthwhile.site.companion;
