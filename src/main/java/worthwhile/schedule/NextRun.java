package worthwhile.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import worthwhile.posting.Reason;

/**
 * When a source runs next, and its condition until then.
 *
 * @param interval time between runs while all is well, as adapted
 * @param at when the next run is due; without meaning for a source that is off
 * @param condition where the source stands now
 * @param since when that condition began
 * @param reason why it is not ok; absent if it is
 * @param failures broken or refused runs in a row
 */
public record NextRun(
    Duration interval,
    Instant at,
    SourceCondition condition,
    Instant since,
    Optional<Reason> reason,
    int failures) {
  public NextRun {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(condition, "condition");
    if (failures < 0) throw new IllegalArgumentException("failures " + failures);
  }
}
