package worthwhile.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often and how gently a source is asked.
 *
 * @param every shortest time between two runs
 * @param atMost longest time between two runs, however little changes
 * @param delay shortest time between two requests to the host
 * @param timeout longest time for one answer
 * @param maxBytes largest body, after decompression, that is read
 * @param headers request headers; values may hold {@code {secret:NAME}}
 * @param auth how requests are made with the operator's key; absent if it stands in address, body
 *     or headers, or none is needed
 * @param waitAfter429 how long the interface asks one to wait after "too many requests" where the
 *     answer does not say; such waits are sat out within a run. Absent: the run ends there
 */
public record FetchRules(
    Duration every,
    Duration atMost,
    Duration delay,
    Duration timeout,
    long maxBytes,
    Map<String, String> headers,
    Optional<Auth> auth,
    Optional<Duration> waitAfter429) {
  public FetchRules {
    headers = Map.copyOf(headers);
    if (every.compareTo(atMost) > 0)
      throw new IllegalArgumentException("every " + every + " is longer than at-most " + atMost);
  }

  /** Asking for one public file now and then, without a key. */
  public static FetchRules ofFile(Duration every, Duration delay, Duration timeout, long maxBytes) {
    return new FetchRules(
        every, every, delay, timeout, maxBytes, Map.of(), Optional.empty(), Optional.empty());
  }

  /** How a request says who asks. It holds names of secrets, never their values. */
  public sealed interface Auth {
    /** Names of the secrets that it takes. */
    default List<String> secrets() {
      return switch (this) {
        case Basic(String user, String password) -> List.of(user, password);
        case Token(String _, String id, String secret, Optional<String> refresh) ->
            Stream.concat(Stream.of(id, secret), refresh.stream()).toList();
      };
    }

    /** HTTP Basic (RFC 7617) with a user and a password, or what an interface calls so. */
    record Basic(String user, String password) implements Auth {}

    /**
     * An OAuth 2 access token, got by client credentials (RFC 6749 section 4.4) or, where a refresh
     * token is named, by that (section 6).
     */
    record Token(
        String tokenUrl, String clientId, String clientSecret, Optional<String> refreshToken)
        implements Auth {}
  }
}
