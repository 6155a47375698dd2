package worthwhile.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import worthwhile.fetch.FetchOutcome.Fetched;
import worthwhile.fetch.FetchOutcome.NotModified;
import worthwhile.fetch.FetchOutcome.Stopped;
import worthwhile.fetch.wire.Wire;
import worthwhile.source.About.GovernedBy;
import worthwhile.source.FetchRules.Auth.Basic;
import worthwhile.source.FetchRules.Auth.Token;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.source.PageRules;
import worthwhile.source.Shape;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

/** One request on its way, redirect by redirect. Addresses keep their secrets' places unfilled. */
final class Trip {
  /** Answers of "too many requests" to one request that are waited out; then the run ends. */
  private static final int MOST_WAITS = 3;

  /** What one exchange led to. */
  private sealed interface Step {
    record Arrived(FetchOutcome outcome) implements Step {
      Arrived(Stop stop) {
        this(new Stopped(stop));
      }
    }

    record Onward(URI url, String method) implements Step {}
  }

  private final Fetcher fetcher;
  private final PageRequest request;
  private final SourceDefinition source;
  private final Validators validators;
  private final SecretFill fill;
  private final Credentials credentials;
  private Optional<String> token = Optional.empty();
  private boolean renewed;
  private int waits;

  Trip(
      Fetcher fetcher,
      PageRequest request,
      SourceDefinition source,
      Validators validators,
      SecretFill fill) {
    this.fetcher = fetcher;
    this.request = request;
    this.source = source;
    this.validators = validators;
    this.fill = fill;
    this.credentials = Credentials.of(request, source);
  }

  FetchOutcome run() throws InterruptedException {
    Step.Onward at = new Step.Onward(request.url(), request.method());
    for (int hop = 0; hop <= Redirect.MOST + (renewed ? 1 : 0) + waits; hop++) {
      switch (step(at)) {
        case Step.Arrived arrived -> {
          return arrived.outcome();
        }
        case Step.Onward onward -> at = onward;
      }
    }
    return new Stopped(
        Kind.UNACCEPTABLE, "more than " + Redirect.MOST + " redirects, the last to " + at.url());
  }

  private Step step(Step.Onward at) throws InterruptedException {
    Optional<Stop> exposed = credentials.exposed(at.url(), fetcher.isMapped(at.url()));
    if (exposed.isPresent()) return new Step.Arrived(exposed.get());
    Optional<Stop> parked = fetcher.parked(at.url());
    if (parked.isPresent()) return new Step.Arrived(parked.get());
    Optional<Duration> crawlDelay = Optional.empty();
    if (source.about().governedBy() == GovernedBy.ROBOTS && !credentials.keyed()) {
      Robots.Site site = fetcher.robots().of(at.url());
      Optional<Stop> refusal = Robots.refusal(site, at.url(), now());
      if (refusal.isPresent()) return new Step.Arrived(refusal.get());
      crawlDelay = Robots.crawlDelay(site);
    }
    Optional<Stop> keyless = authorise(at.url());
    return keyless.isPresent() ? new Step.Arrived(keyless.get()) : exchange(at, crawlDelay);
  }

  private Step exchange(Step.Onward at, Optional<Duration> crawlDelay) throws InterruptedException {
    Instant start = now();
    Wire.Result result = fetcher.send(call(at), source.fetch().delay(), crawlDelay);
    return switch (result) {
      case Wire.Result.Failure failure -> new Step.Arrived(failure.stop());
      case Wire.Result.Answer answer -> read(at, answer, Duration.between(start, now()));
    };
  }

  /** What the answer is; one on which our own reading fails is told as such. */
  private Step read(Step.Onward at, Wire.Result.Answer answer, Duration took) {
    try {
      return judge(at, answer, took);
    } catch (RuntimeException | VirtualMachineError failure) {
      return new Step.Arrived(Stop.unreadable(failure));
    }
  }

  private Instant now() {
    return fetcher.settings().clock().instant();
  }

  private Optional<Stop> authorise(URI url) throws InterruptedException {
    if (credentials.token().isEmpty() || !credentials.mayGoTo(url)) return Optional.empty();
    Token how = credentials.token().get();
    Optional<String> bad = Permission.address(URI.create(how.tokenUrl()));
    if (bad.isPresent()) return bad.map(reason -> new Stop(Kind.NOT_ALLOWED, "token: " + reason));
    return switch (fetcher.tokens().token(how, fill, this::askForToken)) {
      case AccessTokens.Grant.Refused refused -> Optional.of(refused.why());
      case AccessTokens.Grant.Granted granted -> {
        token = Optional.of(granted.token());
        fill.alsoHide("token", granted.token());
        yield Optional.empty();
      }
    };
  }

  private Wire.Result askForToken(URI url, Map<String, String> headers, byte[] body)
      throws InterruptedException {
    if ("http".equalsIgnoreCase(url.getScheme()) && !fetcher.isMapped(url))
      return new Wire.Result.Failure(
          new Stop(
              Kind.NOT_ALLOWED,
              "a secret would travel unprotected to " + url.getHost() + ": use https"));
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("User-Agent", agent());
    all.putAll(headers);
    Wire.Call call =
        new Wire.Call(
            url,
            "POST",
            all,
            Optional.of(body),
            source.fetch().timeout(),
            65_536,
            Wire.Reading.WHOLE);
    return fetcher.send(call, source.fetch().delay(), Optional.empty());
  }

  private String agent() {
    String own = Permission.merged(request, source).get("User-Agent");
    return own == null ? fetcher.settings().agent() : fill.header(own);
  }

  private Wire.Call call(Step.Onward at) {
    Map<String, String> headers = headers(at);
    // A GET with a body is rare but some interfaces want it; only to the host it was written for.
    boolean asWritten =
        at.method().equals(request.method())
            && (!at.method().equals("GET") || credentials.mayGoTo(at.url()));
    Optional<byte[]> body = request.body().filter(_ -> asWritten).map(text -> body(text, headers));
    return new Wire.Call(
        fill.url(at.url()),
        at.method(),
        headers,
        body,
        source.fetch().timeout(),
        source.fetch().maxBytes(),
        Wire.Reading.WHOLE);
  }

  private byte[] body(String text, Map<String, String> headers) {
    String type = headers.getOrDefault("Content-Type", "application/json");
    return fill.body(text, type.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> headers(Step.Onward at) {
    boolean home = credentials.mayGoTo(at.url());
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Accept", "text/html, application/json, application/xml;q=0.9, */*;q=0.5");
    headers.put("Accept-Language", source.locale().toLanguageTag() + ", *;q=0.5");
    Permission.merged(request, source)
        .forEach(
            (name, value) -> {
              boolean credential = SecretFill.asks(value) || name.equalsIgnoreCase("authorization");
              if (home || !credential) headers.put(name, fill.header(value));
            });
    headers.put("User-Agent", agent());
    headers.put("Accept-Encoding", "gzip, deflate");
    if (home) token.ifPresent(value -> headers.put("Authorization", "Bearer " + value));
    if (home && credentials.auth().orElse(null) instanceof Basic(String user, String password))
      headers.put("Authorization", fill.basic(user, password));
    if (at.method().equals("GET")) {
      validators.etag().ifPresent(etag -> headers.put("If-None-Match", etag));
      validators.lastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
    }
    return headers;
  }

  private Step judge(Step.Onward at, Wire.Result.Answer answer, Duration took) {
    int status = answer.status();
    if (status == 304) return new Step.Arrived(notModified(answer));
    if (Redirect.is(status) && answer.header("location").isPresent()) return onward(at, answer);
    if (status == 401 && token.isPresent() && !renewed) return renew(at);
    if (status == 401 && credentials.auth().orElse(null) instanceof Basic basic)
      return new Step.Arrived(notAccepted(at.url(), basic));
    if (status == 429 && waited(at.url(), answer)) return at;
    if (!Fetcher.isHttp(answer))
      return new Step.Arrived(
          new Stop(Kind.BLOCKED, "status " + status + ", which is none of HTTP's"));
    ParsedPage page = fetcher.page(fetcher.response(at.url(), answer));
    FetchOutcome outcome =
        refusal(page)
            .<FetchOutcome>map(Stopped::new)
            .orElseGet(() -> new Fetched(page, Validators.of(answer.headers()), took));
    return new Step.Arrived(outcome);
  }

  /**
   * The refusal that the page is; absent if it may be content. Its reason quotes the page with
   * secrets hidden, since a quote cut short could show a part of one that nobody recognises.
   */
  private Optional<Stop> refusal(ParsedPage page) {
    if (isKnown(page.response())) return Optional.empty();
    boolean html = htmlExpected();
    return Refusals.recognise(page, html)
        .flatMap(
            stop ->
                fill.hidden(page.response())
                    .map(hidden -> Refusals.recognise(fetcher.page(hidden), html))
                    .orElse(Optional.of(stop)))
        .filter(stop -> !isPastEnd(stop, page.response().status()));
  }

  /** Whether the body is content to the byte as it was before, and the server says nothing else. */
  private boolean isKnown(Response answer) {
    return answer.status() == 200
        && validators.content().isPresent()
        && Refusals.inHeaders(answer).isEmpty()
        && validators.content().get().equals(answer.hash());
  }

  /** A refusal that says no more than that the listing has no such page is for extraction. */
  private boolean isPastEnd(Stop refusal, int status) {
    return (refusal.kind() == Kind.UNACCEPTABLE || refusal.kind() == Kind.GONE)
        && source.listing() != null
        && source.listing().isPastEnd(request.page(), status);
  }

  private static Stop notAccepted(URI url, Basic basic) {
    return new Stop(
        Kind.NOT_ALLOWED,
        url.getHost()
            + " does not accept the key: check secrets "
            + String.join(", ", basic.secrets()));
  }

  /** Whether the host is asked again after the rest that it wants, as the source declares. */
  private boolean waited(URI url, Wire.Result.Answer answer) {
    Optional<Duration> declared = source.fetch().waitAfter429();
    if (declared.isEmpty() || waits >= MOST_WAITS) return false;
    Duration wait = RateLimits.retryAfter(fetcher.response(url, answer)).orElse(declared.get());
    if (wait.compareTo(HostGate.PATIENCE) > 0) return false;
    fetcher.park(url, wait);
    waits++;
    return true;
  }

  /** Whether any form in which the page may answer is a web page. */
  private boolean htmlExpected() {
    Optional<PageRules> rules =
        switch (request.page()) {
          case PageKind.Listing _ -> Optional.ofNullable(source.listing());
          case PageKind.Detail _ -> source.detail();
        };
    List<Shape> shapes = rules.map(PageRules::shapes).orElse(List.of());
    return shapes.isEmpty() || shapes.stream().anyMatch(Trip::isPage);
  }

  private static boolean isPage(Shape shape) {
    return switch (shape.format()) {
      case HTML, JSON_LD, MICRODATA -> true;
      case JSON, XML -> shape.embedded().isPresent();
    };
  }

  private FetchOutcome notModified(Wire.Result.Answer answer) {
    if (validators.isEmpty())
      return new Stopped(Kind.UNAVAILABLE, "status 304, though nothing to compare with was sent");
    Validators now = Validators.of(answer.headers());
    return new NotModified(
        Validators.of(
            now.etag().or(validators::etag), now.lastModified().or(validators::lastModified)));
  }

  private Step renew(Step.Onward at) {
    renewed = true;
    fetcher.tokens().forget(credentials.token().orElseThrow(), token.orElseThrow());
    return at;
  }

  private Step onward(Step.Onward at, Wire.Result.Answer answer) {
    String location = fill.hideInUrl(answer.header("location").orElseThrow());
    Optional<URI> target = Redirect.target(at.url(), location);
    if (target.isEmpty()) return refused("a redirect to no address: " + location);
    URI to = target.get();
    Optional<String> bad = Permission.address(to);
    if (bad.isPresent()) return refused("a redirect to " + to + ": " + bad.get());
    if (LoginWalls.leadsTo(to) && !LoginWalls.leadsTo(request.url()))
      return new Step.Arrived(new Stop(Kind.LOGIN_REQUIRED, "redirected to the login page " + to));
    if (answer.status() == 303) return new Step.Onward(to, "GET");
    if (!at.method().equals("GET") && !Redirect.staysHome(request.url(), to))
      return refused("a redirect of a " + at.method() + " to another host: " + to);
    return new Step.Onward(to, at.method());
  }

  private static Step refused(String reason) {
    return new Step.Arrived(new Stop(Kind.UNACCEPTABLE, reason));
  }
}
