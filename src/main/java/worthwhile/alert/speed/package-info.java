/** How fast those who wait for a task are told of it, measured from end to end. */
package worthwhile.alert.speed;
