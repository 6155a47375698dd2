package worthwhile.fetch;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.fetch.wire.Wire;
import worthwhile.source.FetchRules.Auth.Token;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

/**
 * Access tokens by client credentials or refresh token (RFC 6749 sections 4.4 and 6), each asked
 * for once. A refresh token that is replaced on use is remembered until the program ends.
 */
final class AccessTokens {
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
    record Refused(Stop why) implements Grant {}
  }

  private static final class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Grant.Granted> grant = Optional.empty();

    /** The one that took the place of the operator's; absent while that one is good. */
    private Optional<String> refresh = Optional.empty();
  }

  private final Clock clock;
  private final Map<Token, Slot> slots = new ConcurrentHashMap<>();

  AccessTokens(Clock clock) {
    this.clock = clock;
  }

  /** The token that is valid now, asked for if need be. */
  Grant token(Token auth, SecretFill fill, Ask ask) throws InterruptedException {
    Slot slot = slots.computeIfAbsent(auth, _ -> new Slot());
    slot.lock.lockInterruptibly();
    try {
      Optional<Grant.Granted> known =
          slot.grant.filter(grant -> grant.until().isAfter(clock.instant()));
      if (known.isPresent()) return known.get();
      Grant grant = request(auth, slot, fill, ask);
      slot.grant = grant instanceof Grant.Granted granted ? Optional.of(granted) : Optional.empty();
      return grant;
    } finally {
      slot.lock.unlock();
    }
  }

  /** Forgets a token that was not accepted. */
  void forget(Token auth, String token) {
    Slot slot = slots.computeIfAbsent(auth, _ -> new Slot());
    slot.lock.lock();
    try {
      slot.grant = slot.grant.filter(grant -> !grant.token().equals(token));
    } finally {
      slot.lock.unlock();
    }
  }

  private Grant request(Token auth, Slot slot, SecretFill fill, Ask ask)
      throws InterruptedException {
    Map<String, String> headers =
        Map.of(
            "Authorization", fill.basic(auth.clientId(), auth.clientSecret()),
            "Content-Type", "application/x-www-form-urlencoded",
            "Accept", "application/json");
    byte[] body = form(auth, slot, fill).getBytes(StandardCharsets.UTF_8);
    return switch (ask.ask(URI.create(auth.tokenUrl()), headers, body)) {
      case Wire.Result.Failure failure -> new Grant.Refused(failure.stop());
      case Wire.Result.Answer answer -> read(auth, slot, fill, answer);
    };
  }

  private static String form(Token auth, Slot slot, SecretFill fill) {
    if (auth.refreshToken().isEmpty()) return "grant_type=client_credentials";
    String refresh = slot.refresh.orElseGet(() -> fill.value(auth.refreshToken().get()));
    return "grant_type=refresh_token&refresh_token="
        + URLEncoder.encode(refresh, StandardCharsets.UTF_8);
  }

  private Grant read(Token auth, Slot slot, SecretFill fill, Wire.Result.Answer answer) {
    String host = URI.create(auth.tokenUrl()).getHost();
    int status = answer.status();
    if (status == 400 || status == 401 || status == 403)
      return refused(
          new Stop(
              Kind.NOT_ALLOWED,
              host
                  + " does not accept the key: check secrets "
                  + String.join(", ", auth.secrets())));
    if (status != 200) return refused(unavailable(host + " gave no token, status " + status));
    try {
      JsonNode json = JSON.readTree(answer.body());
      keepRefresh(auth, slot, fill, json);
      return granted(host, json);
    } catch (JacksonException e) {
      return refused(unavailable(host + " gave no token, but something that is not JSON"));
    }
  }

  private static void keepRefresh(Token auth, Slot slot, SecretFill fill, JsonNode json) {
    String next = json.path("refresh_token").stringValue("");
    if (auth.refreshToken().isEmpty() || next.isEmpty()) return;
    fill.alsoHide(auth.refreshToken().get() + " (renewed)", next);
    slot.refresh = Optional.of(next);
  }

  private Grant granted(String host, JsonNode json) {
    String token = json.path("access_token").stringValue("");
    if (token.isEmpty()) return refused(unavailable(host + " gave JSON without an access_token"));
    JsonNode lifetime = json.path("expires_in");
    Duration valid = lifetime.isNumber() ? Duration.ofSeconds(lifetime.asLong(0)) : IF_UNSTATED;
    Duration kept = valid.compareTo(MARGIN.multipliedBy(2)) > 0 ? valid.minus(MARGIN) : valid;
    return new Grant.Granted(token, clock.instant().plus(kept));
  }

  private static Grant refused(Stop why) {
    return new Grant.Refused(why);
  }

  private static Stop unavailable(String reason) {
    return new Stop(Kind.UNAVAILABLE, reason);
  }
}
