package worthwhile.work;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When and how long somebody worked on one piece, to the millisecond.
 *
 * @param started null if not known
 * @param submitted when it was handed in or ended; for files that know the day alone the start of
 *     that day; null if not known
 * @param active time really worked, breaks left out, more than 0; null if nobody measured it
 * @param elapsed time by the clock from start to end, breaks included, more than 0; null if not
 *     known
 */
public record Times(
    @Nullable Instant started,
    @Nullable Instant submitted,
    @Nullable Duration active,
    @Nullable Duration elapsed) {
  /**
   * Longer spans of one piece of work are forgotten timers and studies of several days: they are
   * kept as they are, and count neither as hours worked nor for anybody's figures.
   */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** A person presses Start a little before or after the platform notes it. */
  private static final Duration NEARLY = Duration.ofMinutes(5);

  /** Nothing is known. */
  public static final Times UNKNOWN = new Times(null, null, null, null);

  public Times {
    started = toMillis(started);
    submitted = toMillis(submitted);
    active = toMillis(active);
    elapsed = toMillis(elapsed);
    if (started != null && submitted != null && submitted.isBefore(started))
      throw new IllegalArgumentException(
          "the end " + submitted + " is before the start " + started);
    require("active", active);
    require("elapsed", elapsed);
    if (active != null && elapsed != null && active.compareTo(elapsed) > 0)
      throw new IllegalArgumentException("more time worked than passed: " + active);
  }

  /** As exactly as it is stored, so that what comes back is what went. */
  private static @Nullable Instant toMillis(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static @Nullable Duration toMillis(@Nullable Duration span) {
    return span == null ? null : span.truncatedTo(ChronoUnit.MILLIS);
  }

  /** From start to end, as a platform notes them; the same moment twice tells no time. */
  public static Times between(@Nullable Instant started, @Nullable Instant submitted) {
    boolean both = started != null && submitted != null && started.isBefore(submitted);
    Duration elapsed = both ? Duration.between(started, submitted) : null;
    return new Times(started, submitted, null, elapsed);
  }

  private static void require(String name, @Nullable Duration span) {
    if (span != null && !span.isPositive())
      throw new IllegalArgumentException(name + " must be more than 0, not " + span);
  }

  /** The moment that says to which day the work belongs; absent if no date is known. */
  public Optional<Instant> at() {
    return Optional.ofNullable(submitted != null ? submitted : started);
  }

  /** Time that counts as work: measured, else by the clock; absent if unknown or beyond belief. */
  public Optional<Duration> worked() {
    return Optional.ofNullable(active != null ? active : elapsed).filter(Times::isBelievable);
  }

  /** Time by the clock; absent if unknown or beyond belief. */
  public Optional<Duration> passed() {
    return Optional.ofNullable(elapsed != null ? elapsed : active).filter(Times::isBelievable);
  }

  private static boolean isBelievable(Duration span) {
    return span.compareTo(LONGEST) <= 0;
  }

  /** Whether both spans of time meet, or nearly. */
  boolean meets(Times other) {
    return beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this);
  }

  private boolean beginsBeforeEndOf(Times other) {
    Optional<Instant> start = start().map(at -> at.minus(NEARLY));
    Optional<Instant> end = other.end();
    return start.isPresent() && end.isPresent() && !start.get().isAfter(end.get());
  }

  private Optional<Instant> start() {
    return Optional.ofNullable(started != null ? started : submitted);
  }

  private Optional<Instant> end() {
    return Optional.ofNullable(submitted)
        .or(() -> Optional.ofNullable(started).map(at -> elapsed == null ? at : at.plus(elapsed)));
  }

  /** What was not said before, filled in; a measured time is not lost to two dates. */
  Times over(Times before) {
    Instant start = started == null ? before.started : started;
    Instant end = submitted == null ? before.submitted : submitted;
    if (start != null && end != null && end.isBefore(start)) return this;
    Duration by = elapsed == null ? before.elapsed : elapsed;
    Duration worked = active == null ? before.active : active;
    if (by != null && worked != null && worked.compareTo(by) > 0) by = worked;
    return new Times(start, end, worked, by);
  }
}
