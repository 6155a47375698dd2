package worthwhile.fetch;

import java.time.Duration;
import java.util.Optional;

/** What became of one request. Only {@link Fetched} says anything about what a source offers. */
public sealed interface FetchOutcome {
  /** A body came that may be content. */
  record Fetched(Response response, Validators validators, Duration took) implements FetchOutcome {}

  /** The server says that nothing changed since the validators we sent (RFC 9110, 304). */
  record NotModified(Validators validators) implements FetchOutcome {}

  /** The server refuses us: a challenge, a captcha, "access denied". */
  record Blocked(String reason, int status) implements FetchOutcome {}

  /** The server wants somebody to log in. */
  record LoginRequired(String reason) implements FetchOutcome {}

  /** Too many requests; to be left alone for this long. */
  record RateLimited(Duration retryAfter, int status) implements FetchOutcome {}

  /** What was asked for is not there (404, 410, or the source's own closing page). */
  record Gone(String reason, int status) implements FetchOutcome {}

  /** robots.txt or our own rules do not allow the request; nothing was sent. */
  record NotAllowed(String reason) implements FetchOutcome {}

  /** No usable answer: name not found, refused, timed out, reset, 5xx, maintenance. */
  record Unavailable(String reason, Optional<Duration> retryAfter) implements FetchOutcome {}

  /**
   * An answer that cannot be taken: too large, a compression bomb, a redirect to a private address.
   */
  record Unacceptable(String reason) implements FetchOutcome {}
}
