package worthwhile.source;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How often and how gently a source is asked.
 *
 * @param every shortest time between two runs
 * @param atMost longest time between two runs, however little changes
 * @param delay shortest time between two requests to the host
 * @param timeout longest time for one answer
 * @param maxBytes largest body, after decompression, that is read
 * @param headers request headers; values may hold {@code {secret:NAME}}
 * @param auth how a token is got with the operator's key; absent if none is needed
 */
public record FetchRules(
    Duration every,
    Duration atMost,
    Duration delay,
    Duration timeout,
    long maxBytes,
    Map<String, String> headers,
    Optional<Auth> auth) {
  public FetchRules {
    headers = Map.copyOf(headers);
    if (every.compareTo(atMost) > 0)
      throw new IllegalArgumentException("every " + every + " is longer than at-most " + atMost);
  }

  /**
   * OAuth 2 client credentials (RFC 6749 section 4.4); id and secret are names of secrets, never
   * the values.
   */
  public record Auth(String tokenUrl, String clientId, String clientSecret) {}
}
