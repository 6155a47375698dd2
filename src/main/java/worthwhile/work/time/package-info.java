/** Timers: started, stopped, and judged where they are doubtful. */
package worthwhile.work.time;
