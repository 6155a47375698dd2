package worthwhile.work.earn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * How a worker wants her work counted.
 *
 * @param zone in which her days begin; absent: the instance's
 * @param currency in which sums are told; absent: that in which she earned most
 * @param contributes since when her finished work may enter public figures, of at least three
 *     workers; absent: it may not
 * @param day goal of a day
 * @param week goal of a week
 */
public record WorkSettings(
    Optional<ZoneId> zone,
    Optional<String> currency,
    Optional<Instant> contributes,
    Optional<Goal> day,
    Optional<Goal> week) {
  /** What holds as long as nothing was said: nothing is public. */
  public static final WorkSettings USUAL =
      new WorkSettings(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public WorkSettings {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(contributes, "contributes");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(week, "week");
  }
}
