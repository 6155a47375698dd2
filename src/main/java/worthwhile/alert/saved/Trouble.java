package worthwhile.alert.saved;

import java.time.Instant;
import java.util.Optional;
import worthwhile.posting.Reason;

/**
 * Something that keeps people from being told of what there is, from its begin to its end. There is
 * one of a kind and a subject at a time.
 *
 * @param subject id of the source that it is about; empty where there is one of its kind
 * @param reason in public words: it names no address
 * @param calm since when nothing is seen of it; absent while it goes on
 * @param told when the operator was told last that it is so
 * @param acknowledged when the operator said that she knows
 * @param over when she was told that it has ended
 */
public record Trouble(
    String id,
    TroubleKind kind,
    String subject,
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
