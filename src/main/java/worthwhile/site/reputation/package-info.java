/** How scores are worked out: explained, and with all that they rest on. */
package worthwhile.site.reputation;
