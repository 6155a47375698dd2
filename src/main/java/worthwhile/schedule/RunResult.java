package worthwhile.schedule;

import java.time.Duration;
import java.util.Optional;
import worthwhile.posting.Reason;

/** What a run met, as far as it matters for when to come back. */
public sealed interface RunResult {
  /** It told what is on offer, and something was new or different. */
  record Changed() implements RunResult {}

  /** It told what is on offer, and all was known; also "not modified". */
  record Unchanged() implements RunResult {}

  /** It asked to be left alone for this long. */
  record RateLimited(Duration retryAfter) implements RunResult {}

  /** No usable answer. */
  record Unavailable(Reason reason, Optional<Duration> retryAfter) implements RunResult {}

  /** Blocked, a login demanded, or the whole source gone. */
  record Refused(Reason reason) implements RunResult {}

  /** Nothing was sent: robots.txt, a missing key, our own rules. */
  record NotAllowed(Reason reason) implements RunResult {}

  /** Answered, but not as its definition says: drifted, held back, unacceptable. */
  record Broken(Reason reason) implements RunResult {}
}
