package worthwhile.posting;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a posting stands on this instance.
 *
 * @param firstSeen when this instance first saw it; null before it is stored
 * @param lastSeen when this instance last saw it; null before it is stored
 * @param state where it stands; null before intake
 * @param stateReason why it is missing or closed; null otherwise
 * @param reposts how often it came back after it had closed; null if never
 * @param duplicates the same work on other sources
 * @param restrictions what all copies of the task state together; null where it has no copies
 * @param confirmed for a posting that workers' browsers forwarded: whether two different workers
 *     saw it; null for one that was read from its source
 * @param seenOnlyByYou true for what nobody but the account that asks gets to see, because no
 *     second worker has seen it; else null. It is never stored
 */
@RecordBuilder
public record Standing(
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    @Nullable PostingState state,
    @Nullable Reason stateReason,
    @Nullable Integer reposts,
    List<Duplicate> duplicates,
    @Nullable Restrictions restrictions,
    @Nullable Boolean confirmed,
    @Nullable Boolean seenOnlyByYou) {
  /** How a posting stands of which nothing is known yet. */
  public static final Standing UNKNOWN =
      new Standing(null, null, null, null, null, List.of(), null, null, null);

  public Standing {
    if (reposts != null && reposts < 1)
      throw new IllegalArgumentException("reposts must be 1 or more, or absent");
    duplicates = duplicates == null ? List.of() : List.copyOf(duplicates);
  }

  /** A builder that starts with what this one says. */
  public StandingBuilder toBuilder() {
    return StandingBuilder.builder(this);
  }

  /** The same in another state, for this reason; null where the state needs none. */
  public Standing in(@Nullable PostingState now, @Nullable Reason reason) {
    return toBuilder().state(now).stateReason(reason).build();
  }
}
