/** One task: page and API. */
package worthwhile.site.task;
