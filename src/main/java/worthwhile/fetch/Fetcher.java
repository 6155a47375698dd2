package worthwhile.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jsoup.Jsoup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.fetch.wire.Wire;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

/**
 * Fetches one page after the other, politely: under its own name, as robots.txt and the operator's
 * keys allow, one request per host at a time with a pause after it. Safe for many threads.
 */
public final class Fetcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
  private static final Duration ROBOTS_TIMEOUT = Duration.ofSeconds(30);

  private final FetchSettings settings;
  private final ParsedPage.HtmlParser parser;
  private final Wire wire;
  private final Robots robots;
  private final AccessTokens tokens;
  private final Cache<String, HostGate> gates;

  public Fetcher(FetchSettings settings) {
    this(settings, SystemDefaultDnsResolver.INSTANCE);
  }

  Fetcher(FetchSettings settings, DnsResolver names) {
    this(settings, names, Jsoup::parse);
  }

  /**
   * @param parser of every HTML page that is fetched
   */
  Fetcher(FetchSettings settings, DnsResolver names, ParsedPage.HtmlParser parser) {
    this.settings = settings;
    this.parser = parser;
    this.wire = new Wire(settings.mapped(), names);
    this.robots = new Robots(settings.clock(), this::robotsTxt);
    this.tokens = new AccessTokens(settings.clock());
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
            .<FetchOutcome>map(FetchOutcome.Stopped::new)
            .orElseGet(() -> attempt(new Trip(this, request, source, validators, fill)));
    FetchOutcome shown = hidden(outcome, fill);
    LOG.debug("{} {}: {}", source.id(), request.url(), shown.word());
    return shown;
  }

  private static FetchOutcome attempt(Trip trip) {
    try {
      return trip.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new FetchOutcome.Stopped(Kind.UNAVAILABLE, "stopped before it was sent");
    }
  }

  private static FetchOutcome hidden(FetchOutcome outcome, SecretFill fill) {
    return switch (outcome) {
      case FetchOutcome.Stopped(Stop stop) ->
          new FetchOutcome.Stopped(stop.because(fill.hide(stop.text())));
      case FetchOutcome.Fetched _, FetchOutcome.NotModified _ -> outcome;
    };
  }

  ParsedPage page(Response response) {
    return new ParsedPage(response, parser);
  }

  FetchSettings settings() {
    return settings;
  }

  Robots robots() {
    return robots;
  }

  AccessTokens tokens() {
    return tokens;
  }

  boolean isMapped(URI url) {
    return wire.isMapped(url);
  }

  private HostGate gate(URI url) {
    return gates.get(host(url), _ -> new HostGate(settings.pause()));
  }

  /** Leaves a host alone for this long, here and wherever else it might be asked. */
  void park(URI url, Duration time) {
    gate(url).park(time);
    // What is over before another process could ask is not worth telling.
    if (time.compareTo(HostGate.SHORTEST) > 0) settings.parking().park(host(url), time);
  }

  /**
   * Why a host is not asked that wants to be left alone, as another process or an earlier start
   * noted; absent if it may be asked. What this one was told itself, its turn waits for.
   */
  Optional<Stop> parked(URI url) {
    if (gate(url).isParked()) return Optional.empty();
    return settings.parking().left(host(url)).map(left -> RateLimits.leftAlone(url, left));
  }

  /**
   * What the owner of a host registered, by the public suffix list: {@code acme.co.uk} of {@code
   * jobs.acme.co.uk}; the last two labels where the list lacks the ending. Absent for an address in
   * numbers or a mere ending.
   */
  public static Optional<String> registeredDomain(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (!name.matches("[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+") || name.matches("[0-9.]+"))
      return Optional.empty();
    if (EffectiveTldFinder.getEffectiveTLD(name, false) != null)
      return Optional.ofNullable(EffectiveTldFinder.getAssignedDomain(name, true, false));
    int ending = name.lastIndexOf('.');
    return Optional.of(name.substring(name.lastIndexOf('.', ending - 1) + 1));
  }

  private static String host(URI url) {
    return url.getHost().toLowerCase(Locale.ROOT);
  }

  /** Sends one request when the host's turn has come, and parks a host that asks for it. */
  Wire.Result send(Wire.Call call, Duration delay, Optional<Duration> crawlDelay)
      throws InterruptedException {
    HostGate gate = gate(call.url());
    Optional<Duration> fixed = isMapped(call.url()) ? settings.delay() : Optional.empty();
    Wire.Result result = gate.pass(delay, crawlDelay, fixed, () -> wire.send(call));
    if (result instanceof Wire.Result.Answer answer && isHttp(answer))
      RateLimits.rest(response(call.url(), answer)).ifPresent(rest -> park(call.url(), rest));
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
          new Wire.Call(
              at,
              "GET",
              headers,
              Optional.empty(),
              ROBOTS_TIMEOUT,
              Robots.LARGEST,
              Wire.Reading.BEGINNING);
      Wire.Result result = send(call, HostGate.SHORTEST, Optional.empty());
      switch (result) {
        case Wire.Result.Failure failure -> {
          return new Robots.Found.Nothing(failure.stop());
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
    if (!isHttp(answer))
      return new Robots.Found.Nothing(new Stop(Kind.BLOCKED, "status " + answer.status()));
    return new Robots.Found.Answer(response(at, answer));
  }

  static boolean isHttp(Wire.Result.Answer answer) {
    return answer.status() >= 100 && answer.status() <= 599;
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
