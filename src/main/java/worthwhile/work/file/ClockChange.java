package worthwhile.work.file;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Start and end of a row in a night when clocks are changed: an hour comes twice, and a time in it
 * may be either; or it is skipped, and who wrote it down had not changed the clock.
 */
record ClockChange(Instant started, Instant submitted) {
  private static final Duration DAY = Duration.ofDays(1);

  /**
   * The pair that fits: in order, and nearest to a length that is told; without one the shortest,
   * in which two times that differ are not the same moment.
   *
   * @param starts the moments that the start may be, the likeliest first
   * @param ends those that the end may be
   * @param length as told; absent if it is not
   */
  static ClockChange settle(List<Instant> starts, List<Instant> ends, Optional<Duration> length) {
    boolean differ = !starts.equals(ends);
    ClockChange best = new ClockChange(starts.getFirst(), ends.getFirst());
    for (Instant start : starts)
      for (Instant end : ends) {
        ClockChange other = new ClockChange(start, end);
        if (other.misses(length, differ) < best.misses(length, differ)) best = other;
      }
    return best;
  }

  private long misses(Optional<Duration> length, boolean differ) {
    long passed = Duration.between(started, submitted).toMillis();
    if (passed < 0) return Long.MAX_VALUE;
    if (passed == 0 && differ && length.isEmpty()) return Long.MAX_VALUE - 1;
    return length.map(told -> Math.abs(passed - told.toMillis())).orElse(passed);
  }

  /** Whether clocks of the zone are changed within a day of a moment. */
  static boolean isNear(Instant at, ZoneId zone) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(at.minus(DAY));
    return next != null && next.getInstant().isBefore(at.plus(DAY));
  }

  /** The moments at which clocks showed this, or would have if they had not skipped it. */
  static List<Instant> moments(LocalDateTime shown, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(shown);
    if (change == null) return List.of(shown.atZone(zone).toInstant());
    return Stream.of(change.getOffsetBefore(), change.getOffsetAfter())
        .map((ZoneOffset offset) -> shown.toInstant(offset))
        .toList();
  }

  /** Whether clocks skipped it: no clock of the zone showed it. */
  static boolean isSkipped(LocalDateTime shown, ZoneId zone) {
    return zone.getRules().getValidOffsets(shown).isEmpty();
  }
}
