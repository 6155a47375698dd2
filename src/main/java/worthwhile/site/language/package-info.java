/** In which language pages answer. */
package worthwhile.site.language;
