package worthwhile.site.minutes;

import java.time.Duration;

/** Five minutes of rest after each 25 minutes of work, as long as work goes on. */
final class Breaks {
  private static final Duration WORK = Duration.ofMinutes(25);
  private static final Duration REST = Duration.ofMinutes(5);

  private Breaks() {}

  /** How much of a free time can be worked in. */
  static Duration work(Duration free) {
    long rounds = free.dividedBy(WORK.plus(REST));
    Duration left = free.minus(WORK.plus(REST).multipliedBy(rounds));
    return WORK.multipliedBy(rounds).plus(left.compareTo(WORK) < 0 ? left : WORK);
  }

  /** Time of the breaks within so much work. */
  static Duration rest(Duration work) {
    return work.isZero() ? work : REST.multipliedBy(work.minusMillis(1).dividedBy(WORK));
  }
}
