/**
 * What a worker herself did. Her own files read, her timers judged, her goals and earnings
 * computed; all of it pure, nothing here stores or asks the clock.
 */
package worthwhile.work;
