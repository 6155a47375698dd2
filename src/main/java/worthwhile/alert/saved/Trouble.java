package worthwhile.alert.saved;

import java.time.Instant;
import java.util.Optional;
import worthwhile.posting.Reason;

/**
 * Something that keeps alerts from working, from its begin to its end. There is one of a kind at a
 * time.
 *
 * @param reason in public words: it names no address
 * @param calm since when nothing is seen of it; absent while it goes on
 * @param told when the operator was told last that it is so
 * @param acknowledged when the operator said that she knows
 * @param over when she was told that it has ended
 */
public record Trouble(
    String id,
    TroubleKind kind,
    Reason reason,
    Instant began,
    Optional<Instant> calm,
    Optional<Instant> told,
    Optional<Instant> acknowledged,
    Optional<Instant> ended,
    Optional<Instant> over) {
  public Trouble {
    if (ended.isPresent() && ended.get().isBefore(began))
      throw new IllegalArgumentException("it ended before it began");
  }
}
