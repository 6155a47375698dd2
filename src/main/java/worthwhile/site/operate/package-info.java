/** For operators: status, health, metrics, what the crawler is. */
package worthwhile.site.operate;
