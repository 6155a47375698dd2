/** Spans of time and dates as people write them. */
package worthwhile.text.time;
