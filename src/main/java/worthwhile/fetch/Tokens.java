package worthwhile.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.fetch.FetchOutcome.NotAllowed;
import worthwhile.fetch.FetchOutcome.Unavailable;
import worthwhile.source.FetchRules.Auth;

/** Access tokens by client credentials (RFC 6749 section 4.4), each asked for once. */
final class Tokens {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration IF_UNSTATED = Duration.ofHours(1);

  /** A token is renewed this much before its end, so that it does not end on the way. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  /** Sends the request for a token. */
  @FunctionalInterface
  interface Ask {
    Wire.Result ask(URI url, Map<String, String> headers, byte[] body) throws InterruptedException;
  }

  /** What asking for a token gave. */
  sealed interface Grant {
    /** A token. */
    record Granted(String token, Instant until) implements Grant {
      /** Without the token, which must not be shown. */
      @Override
      public String toString() {
        return "Granted[until " + until + "]";
      }
    }

    /** None. */
    record Refused(FetchOutcome why) implements Grant {}
  }

  private static final class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Grant.Granted> grant = Optional.empty();
  }

  private final Clock clock;
  private final Map<Auth, Slot> slots = new ConcurrentHashMap<>();

  Tokens(Clock clock) {
    this.clock = clock;
  }

  /** The token that is valid now, asked for if need be. */
  Grant token(Auth auth, SecretFill fill, Ask ask) throws InterruptedException {
    Slot slot = slots.computeIfAbsent(auth, _ -> new Slot());
    slot.lock.lockInterruptibly();
    try {
      Optional<Grant.Granted> known =
          slot.grant.filter(grant -> grant.until().isAfter(clock.instant()));
      if (known.isPresent()) return known.get();
      Grant grant = request(auth, fill, ask);
      slot.grant = grant instanceof Grant.Granted granted ? Optional.of(granted) : Optional.empty();
      return grant;
    } finally {
      slot.lock.unlock();
    }
  }

  /** Forgets a token that was not accepted. */
  void forget(Auth auth, String token) {
    Slot slot = slots.computeIfAbsent(auth, _ -> new Slot());
    slot.lock.lock();
    try {
      slot.grant = slot.grant.filter(grant -> !grant.token().equals(token));
    } finally {
      slot.lock.unlock();
    }
  }

  private Grant request(Auth auth, SecretFill fill, Ask ask) throws InterruptedException {
    String pair = fill.value(auth.clientId()) + ":" + fill.value(auth.clientSecret());
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    fill.alsoHide(auth.clientId() + "+" + auth.clientSecret(), basic);
    Map<String, String> headers =
        Map.of(
            "Authorization", "Basic " + basic,
            "Content-Type", "application/x-www-form-urlencoded",
            "Accept", "application/json");
    byte[] body = "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8);
    return switch (ask.ask(URI.create(auth.tokenUrl()), headers, body)) {
      case Wire.Result.Failure failure -> new Grant.Refused(failure.outcome());
      case Wire.Result.Answer answer -> read(auth, answer);
    };
  }

  private Grant read(Auth auth, Wire.Result.Answer answer) {
    String host = URI.create(auth.tokenUrl()).getHost();
    int status = answer.status();
    if (status == 400 || status == 401 || status == 403)
      return refused(
          new NotAllowed(
              host
                  + " does not accept the key: check secrets "
                  + auth.clientId()
                  + " and "
                  + auth.clientSecret()));
    if (status != 200) return refused(unavailable(host + " gave no token, status " + status));
    try {
      return granted(host, JSON.readTree(answer.body()));
    } catch (JacksonException e) {
      return refused(unavailable(host + " gave no token, but something that is not JSON"));
    }
  }

  private Grant granted(String host, JsonNode json) {
    String token = json.path("access_token").stringValue("");
    if (token.isEmpty()) return refused(unavailable(host + " gave JSON without an access_token"));
    JsonNode lifetime = json.path("expires_in");
    Duration valid = lifetime.isNumber() ? Duration.ofSeconds(lifetime.asLong(0)) : IF_UNSTATED;
    Duration kept = valid.compareTo(MARGIN.multipliedBy(2)) > 0 ? valid.minus(MARGIN) : valid;
    return new Grant.Granted(token, clock.instant().plus(kept));
  }

  private static Grant refused(FetchOutcome why) {
    return new Grant.Refused(why);
  }

  private static FetchOutcome unavailable(String reason) {
    return new Unavailable(reason, Optional.empty());
  }
}
