package worthwhile.site.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import worthwhile.work.time.Timer;

/**
 * A running timer as the header of each page shows it.
 *
 * @param active time worked by now
 * @param isInBreak whether its worker takes a break
 * @param left of the present interval or break; negative when it is over, absent without intervals
 */
public record RunningClock(UUID id, Duration active, boolean isInBreak, Optional<Duration> left) {
  static RunningClock of(Timer timer, Instant now) {
    return new RunningClock(timer.id(), timer.active(now), timer.isInBreak(), timer.left(now));
  }

  /** Minutes and seconds as a clock shows them: 12:34, 1:02:34. */
  public static String digits(Duration span) {
    String rest = "%02d".formatted(span.toSecondsPart());
    if (span.toHours() == 0) return span.toMinutes() + ":" + rest;
    return "%d:%02d:%s".formatted(span.toHours(), span.toMinutesPart(), rest);
  }

  /** Whether it is time for a break, or the break is over. */
  public boolean isDue() {
    return left.filter(span -> !span.isPositive()).isPresent();
  }
}
