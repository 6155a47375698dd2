/** Platforms: the list, the cards. */
package worthwhile.site.platform;
