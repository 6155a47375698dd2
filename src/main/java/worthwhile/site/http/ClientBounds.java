package worthwhile.site.http;

import java.time.Duration;

/**
 * How long clients may take over their requests, and how many connections one of them may hold.
 *
 * @param head from the first byte of a request until its headers are whole; also how long a body
 *     has before its rate is looked at
 * @param idle without a byte from or to the client
 * @param bytesPerSecond least mean rate at which a request's body must come
 * @param connections that one address may hold open; this machine's own and trusted proxies' are
 *     not counted
 */
public record ClientBounds(Duration head, Duration idle, int bytesPerSecond, int connections) {
  /** A telephone in a tunnel is waited for; who sends a byte now and then is not. */
  public static final ClientBounds USUAL =
      new ClientBounds(Duration.ofSeconds(15), Duration.ofSeconds(30), 100, 128);

  public ClientBounds {
    if (!head.isPositive() || !idle.isPositive() || bytesPerSecond < 1 || connections < 1)
      throw new IllegalArgumentException("bounds of clients must be more than none");
  }
}
