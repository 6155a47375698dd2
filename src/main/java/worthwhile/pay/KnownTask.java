package worthwhile.pay;

/**
 * A task whose typical time is known more or less.
 *
 * @param time of which the logarithm of seconds is believed
 */
public record KnownTask(TaskListing listing, Normal time) {}
