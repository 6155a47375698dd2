package worthwhile.pay;

import org.jspecify.annotations.Nullable;

/**
 * What one worker's work says about the time that a task takes.
 *
 * @param worker pseudonym; null if not known
 * @param logSeconds logarithm of the typical seconds of this worker
 * @param blur standard deviation, in the logarithm, that the way of telling adds: 0 for a timer
 * @param weight how much it counts: 1 fresh, less with age
 */
public record Voice(@Nullable String worker, double logSeconds, double blur, double weight) {}
