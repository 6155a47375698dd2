package worthwhile.forward;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What a worker's browser passes on. */
public sealed interface Forwarded {
  /** When the worker saw it. */
  Instant seenAt();

  /**
   * A page or an answer, as far as the browser sent it.
   *
   * @param contentType {@code application/json} or {@code text/html}
   */
  record Page(URI url, int status, String contentType, String body, Instant seenAt)
      implements Forwarded {}

  /**
   * A task that a worker noted by hand.
   *
   * @param url of the task's own page
   * @param pay in words, such as {@code £1.50}
   * @param minutes that the page says it takes
   */
  record Task(
      URI url,
      String title,
      Optional<String> requester,
      Optional<String> pay,
      Optional<BigDecimal> minutes,
      Instant seenAt)
      implements Forwarded {}
}
