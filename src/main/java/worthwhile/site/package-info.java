/** Stage 12: server-rendered pages, feeds and the JSON API. */
package worthwhile.site;
