/** Workers' own work, timers and settings. */
package worthwhile.store.work;
