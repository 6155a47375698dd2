/** One task: page and API; and several side by side. */
package worthwhile.site.task;
