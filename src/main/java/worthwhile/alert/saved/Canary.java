package worthwhile.alert.saved;

import java.time.Instant;
import java.util.Optional;
import worthwhile.posting.Reason;

/**
 * One proof that alerts work: an invented happening on its way through the follower, the outbox, a
 * webhook and a feed.
 *
 * @param begun when its happening was stored
 * @param matched when the follower of the change log had found it; absent if it has not yet
 * @param handed when its webhook arrived
 * @param seen when it stood in its feed
 * @param ended when it was clear what came of it; absent while it is under way
 * @param trouble why it failed; absent if it did not
 */
public record Canary(
    long number,
    Instant begun,
    Optional<Instant> matched,
    Optional<Instant> handed,
    Optional<Instant> seen,
    Optional<Instant> ended,
    Optional<Reason> trouble) {
  public Canary {
    if (trouble.isPresent() && ended.isEmpty())
      throw new IllegalArgumentException("a proof that failed has ended");
  }

  /** Whether it ended well. */
  public boolean isProved() {
    return ended.isPresent() && trouble.isEmpty();
  }
}
