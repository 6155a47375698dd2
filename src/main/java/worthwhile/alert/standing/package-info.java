/** What is true at the time of sending, kept in memory and asked each time whether it still is. */
package worthwhile.alert.standing;
