package worthwhile.work.file;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Start and end of a row in the night when clocks go back: an hour comes twice, and a time in it
 * may be either.
 */
record DoubledHour(Instant started, Instant submitted) {
  /**
   * The pair that fits: in order, and nearest to a length that is told; without one the shortest.
   *
   * @param length as told; absent if it is not
   * @param zone in which both were read
   */
  static DoubledHour settle(
      Instant started, Instant submitted, Optional<Duration> length, ZoneId zone) {
    DoubledHour best = new DoubledHour(started, submitted);
    for (Instant start : either(started, zone))
      for (Instant end : either(submitted, zone)) {
        DoubledHour other = new DoubledHour(start, end);
        if (other.misses(length) < best.misses(length)) best = other;
      }
    return best;
  }

  private long misses(Optional<Duration> length) {
    long passed = Duration.between(started, submitted).toMillis();
    if (passed < 0) return Long.MAX_VALUE;
    return length.map(told -> Math.abs(passed - told.toMillis())).orElse(passed);
  }

  /** The moment, and the other one that clocks show alike. */
  private static List<Instant> either(Instant at, ZoneId zone) {
    LocalDateTime local = at.atZone(zone).toLocalDateTime();
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() < 2) return List.of(at);
    return Stream.of(offsets.getFirst(), offsets.getLast()).map(local::toInstant).toList();
  }
}
