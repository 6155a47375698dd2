/** "I have 30 minutes": the open tasks that together pay best in the time that a worker has. */
package worthwhile.site.minutes;
