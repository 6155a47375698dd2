/** Stage 13: server-rendered pages, feeds, a JSON API, live updates, health and metrics. */
package worthwhile.site;
