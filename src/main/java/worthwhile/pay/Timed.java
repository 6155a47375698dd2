package worthwhile.pay;

/**
 * A task whose typical time is known more or less.
 *
 * @param time of which the logarithm of seconds is believed
 */
record Timed(Listing listing, Normal time) {}
