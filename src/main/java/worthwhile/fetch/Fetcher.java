package worthwhile.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.fetch.FetchOutcome.Blocked;
import worthwhile.fetch.FetchOutcome.Fetched;
import worthwhile.fetch.FetchOutcome.Gone;
import worthwhile.fetch.FetchOutcome.LoginRequired;
import worthwhile.fetch.FetchOutcome.NotAllowed;
import worthwhile.fetch.FetchOutcome.NotModified;
import worthwhile.fetch.FetchOutcome.RateLimited;
import worthwhile.fetch.FetchOutcome.Unacceptable;
import worthwhile.fetch.FetchOutcome.Unavailable;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;

/**
 * Fetches one page after the other, politely: under its own name, as robots.txt and the operator's
 * keys allow, one request per host at a time with a pause after it. Safe for many threads.
 */
public final class Fetcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
  private static final Duration ROBOTS_TIMEOUT = Duration.ofSeconds(30);

  private final FetchSettings settings;
  private final Wire wire;
  private final Robots robots;
  private final Tokens tokens;
  private final Cache<String, HostGate> gates;

  public Fetcher(FetchSettings settings) {
    this(settings, SystemDefaultDnsResolver.INSTANCE);
  }

  Fetcher(FetchSettings settings, DnsResolver names) {
    this.settings = settings;
    this.wire = new Wire(settings.mapped(), names);
    this.robots = new Robots(settings.clock(), this::robotsTxt);
    this.tokens = new Tokens(settings.clock());
    // Longer than any host is parked, so that none is forgotten while it wants to be left alone.
    this.gates = Caffeine.newBuilder().expireAfterAccess(Duration.ofDays(8)).build();
  }

  /**
   * Fetches one page. Waits for the host's turn first, which may take minutes.
   *
   * @param validators of the last answer, which make the request conditional
   * @return what became of it; never null, and no text in it holds a secret's value
   */
  public FetchOutcome fetch(PageRequest request, SourceDefinition source, Validators validators) {
    SecretFill fill = SecretFill.of(settings.secrets(), request, source);
    FetchOutcome outcome =
        Permission.refusal(settings, request, source, fill)
            .orElseGet(() -> attempt(new Trip(this, request, source, validators, fill)));
    FetchOutcome shown = hidden(outcome, fill::hide);
    LOG.debug("{} {}: {}", source.id(), request.url(), shown.getClass().getSimpleName());
    return shown;
  }

  private static FetchOutcome attempt(Trip trip) {
    try {
      return trip.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unavailable("stopped before it was sent", Optional.empty());
    }
  }

  private static FetchOutcome hidden(FetchOutcome outcome, Function<String, String> hide) {
    return switch (outcome) {
      case Blocked(String reason, int status) -> new Blocked(hide.apply(reason), status);
      case LoginRequired(String reason) -> new LoginRequired(hide.apply(reason));
      case Gone(String reason, int status) -> new Gone(hide.apply(reason), status);
      case NotAllowed(String reason) -> new NotAllowed(hide.apply(reason));
      case Unavailable(String reason, Optional<Duration> retry) ->
          new Unavailable(hide.apply(reason), retry);
      case Unacceptable(String reason) -> new Unacceptable(hide.apply(reason));
      case Fetched _, NotModified _, RateLimited _ -> outcome;
    };
  }

  FetchSettings settings() {
    return settings;
  }

  Robots robots() {
    return robots;
  }

  Tokens tokens() {
    return tokens;
  }

  boolean isMapped(URI url) {
    return wire.isMapped(url);
  }

  private HostGate gate(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return gates.get(host, _ -> new HostGate(settings.clock(), settings.pause()));
  }

  /** Leaves a host alone for this long. */
  void park(URI url, Duration time) {
    gate(url).park(time);
  }

  /** Sends one request when the host's turn has come, and parks a host that asks for it. */
  Wire.Result send(Wire.Call call, Duration delay, Optional<Duration> crawlDelay)
      throws InterruptedException {
    HostGate gate = gate(call.url());
    Optional<Duration> fixed = isMapped(call.url()) ? settings.delay() : Optional.empty();
    Wire.Result result = gate.pass(delay, crawlDelay, fixed, () -> wire.send(call));
    if (result instanceof Wire.Result.Answer answer
        && (answer.status() == 429 || answer.status() == 503))
      RateLimits.retryAfter(response(call.url(), answer)).ifPresent(gate::park);
    return result;
  }

  Response response(URI url, Wire.Result.Answer answer) {
    return new Response(
        url, answer.status(), answer.headers(), answer.body(), settings.clock().instant());
  }

  /** Follows redirects, also to other hosts (RFC 9309 section 2.3.1.2). */
  private Robots.Found robotsTxt(URI file) throws InterruptedException {
    URI at = file;
    Map<String, String> headers = new HashMap<>();
    headers.put("User-Agent", settings.agent());
    headers.put("Accept", "text/plain, */*;q=0.5");
    headers.put("Accept-Encoding", "gzip, deflate");
    for (int hop = 0; ; hop++) {
      Wire.Call call =
          new Wire.Call(at, "GET", headers, Optional.empty(), ROBOTS_TIMEOUT, Robots.LARGEST, true);
      Wire.Result result = send(call, HostGate.SHORTEST, Optional.empty());
      switch (result) {
        case Wire.Result.Failure failure -> {
          return new Robots.Found.Nothing(failure.outcome());
        }
        case Wire.Result.Answer answer -> {
          Optional<URI> next = next(at, answer);
          if (next.isEmpty() || hop >= Redirect.MOST) return found(at, answer);
          at = next.get();
        }
      }
    }
  }

  private Robots.Found found(URI at, Wire.Result.Answer answer) {
    if (answer.status() > 599 || answer.status() < 100)
      return new Robots.Found.Nothing(new Blocked("status " + answer.status(), answer.status()));
    return new Robots.Found.Answer(response(at, answer));
  }

  private static Optional<URI> next(URI at, Wire.Result.Answer answer) {
    if (!Redirect.is(answer.status())) return Optional.empty();
    return answer
        .header("location")
        .flatMap(location -> Redirect.target(at, location))
        .filter(target -> Permission.address(target).isEmpty());
  }

  @Override
  public void close() {
    wire.close();
  }
}
