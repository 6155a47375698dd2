/** Stage 2: when a source is due. Only this package knows Quartz. */
package worthwhile.schedule;
