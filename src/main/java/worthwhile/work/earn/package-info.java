/** What a worker earned, in an hour worked and in an hour by the clock. */
package worthwhile.work.earn;
