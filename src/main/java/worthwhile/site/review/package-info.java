/** What workers tell of requesters, tasks and platforms, and what they are told themselves. */
package worthwhile.site.review;
