/**
 * The guide for people who are new, and the pages about this site: articles whose words are a
 * template each ({@code jte/guide/en}), with figures from the index beside them.
 */
package worthwhile.site.guide;
