package worthwhile.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

/**
 * What sites allow in their robots.txt, after RFC 9309: no such file (4xx) means all is allowed, no
 * answer or a broken server means to stay out, and an answer is remembered for at most a day.
 */
final class Robots {
  static final int LARGEST = 500 * 1024;

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration KEPT_IF_ABSENT = Duration.ofHours(6);
  private static final Duration KEPT_IF_BROKEN = Duration.ofMinutes(15);
  private static final String TOKEN = "worthwhile";

  /** What a page that came instead of rules may be. */
  private static final Set<Kind> TURNED_AWAY =
      Set.of(Kind.BLOCKED, Kind.LOGIN_REQUIRED, Kind.UNAVAILABLE);

  /** Gets one robots.txt, redirects followed. */
  @FunctionalInterface
  interface Get {
    /** The last answer, or why there is none. */
    Found get(URI robotsTxt) throws InterruptedException;
  }

  /** What came when robots.txt was asked for. */
  sealed interface Found {
    /** An answer of any status. */
    record Answer(Response response) implements Found {}

    /** No answer. */
    record Nothing(Stop why) implements Found {}
  }

  /** What a site says. */
  sealed interface Site {
    /** Rules to judge each address by. */
    record Rules(SimpleRobotRules rules, Duration kept) implements Site {}

    /** Nothing may be fetched until it is asked again. */
    record StayOut(String reason, Duration kept, Instant until) implements Site {}
  }

  private final Clock clock;
  private final Get get;
  private final Cache<String, Site> sites;

  /** One asker per site, so that many sources of one host ask for its robots.txt once. */
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  Robots(Clock clock, Get get) {
    this.clock = clock;
    this.get = get;
    this.sites =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfter(Expiry.<String, Site>creating((_, site) -> kept(site)))
            .build();
  }

  private static Duration kept(Site site) {
    return switch (site) {
      case Site.Rules rules -> rules.kept();
      case Site.StayOut out -> out.kept();
    };
  }

  /** What the site of this address says, asked at most once a day. */
  Site of(URI url) throws InterruptedException {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String origin = (url.getScheme() + "://" + url.getHost() + port).toLowerCase(Locale.ROOT);
    ReentrantLock turn = turns.computeIfAbsent(origin, _ -> new ReentrantLock());
    turn.lockInterruptibly();
    try {
      Site known = sites.getIfPresent(origin);
      return known != null ? known : ask(origin);
    } finally {
      turn.unlock();
    }
  }

  private Site ask(String origin) throws InterruptedException {
    URI file = URI.create(origin + "/robots.txt");
    Site site = judge(file, get.get(file));
    sites.put(origin, site);
    return site;
  }

  /** Why this address may not be fetched; absent if it may. */
  static Optional<Stop> refusal(Site site, URI url, Instant now) {
    return switch (site) {
      case Site.StayOut out ->
          Optional.of(
              new Stop(
                  Kind.UNAVAILABLE,
                  out.reason() + ", so we stay out",
                  Optional.of(Duration.between(now, out.until()))));
      case Site.Rules rules when rules.rules().isAllowed(url.toString()) -> Optional.empty();
      case Site.Rules rules -> Optional.of(new Stop(Kind.NOT_ALLOWED, refusal(rules.rules(), url)));
    };
  }

  private static String refusal(SimpleRobotRules rules, URI url) {
    String rule =
        rules.getRobotRules().stream()
            .filter(candidate -> !candidate.isAllow() && matches(candidate, url))
            .map(candidate -> "Disallow: " + candidate.getPrefix())
            .findFirst()
            .orElse("Disallow: /");
    String where = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    String path = Optional.ofNullable(url.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    return "robots.txt of " + where + " does not allow " + path + " (" + rule + ")";
  }

  private static boolean matches(RobotRule rule, URI url) {
    SimpleRobotRules alone = new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_SOME);
    alone.addRule(rule.getPrefix(), false);
    return !alone.isAllowed(url.toString());
  }

  /** The time between requests that the site asks for. */
  static Optional<Duration> crawlDelay(Site site) {
    return switch (site) {
      case Site.StayOut _ -> Optional.empty();
      case Site.Rules rules ->
          Optional.of(rules.rules().getCrawlDelay())
              .filter(millis -> millis != BaseRobotRules.UNSET_CRAWL_DELAY && millis > 0)
              .map(Duration::ofMillis);
    };
  }

  private Site judge(URI file, Found found) {
    return switch (found) {
      case Found.Nothing(Stop why) when why.kind() == Kind.RATE_LIMITED ->
          stayOut(
              "robots.txt of " + file.getHost() + " is rate-limited",
              why.retryAfter().orElse(KEPT_IF_BROKEN));
      case Found.Nothing(Stop _) ->
          stayOut("robots.txt of " + file.getHost() + " cannot be reached", KEPT_IF_BROKEN);
      case Found.Answer(Response response) -> judge(file, response);
    };
  }

  private Site judge(URI file, Response response) {
    int status = response.status();
    String name = "robots.txt of " + file.getHost();
    if (status == 429) return stayOut(name + " is rate-limited", wait(response));
    if (status >= 500) return stayOut(name + " answers " + status, wait(response));
    if (status >= 400) return new Site.Rules(allowAll(), KEPT_IF_ABSENT);
    if (status >= 300) return stayOut(name + " is redirected without end", KEPT_IF_BROKEN);
    Optional<Stop> refusal =
        Refusals.recognise(ParsedPage.of(response), true)
            .filter(stop -> TURNED_AWAY.contains(stop.kind()));
    return refusal
        .map(_ -> stayOut(name + " is a page that turns us away", KEPT_IF_BROKEN))
        .orElseGet(() -> new Site.Rules(parse(file, response), KEPT));
  }

  private static Duration wait(Response response) {
    Duration asked = RateLimits.retryAfter(response).orElse(KEPT_IF_BROKEN);
    return asked.compareTo(KEPT) > 0 ? KEPT : asked;
  }

  private Site stayOut(String reason, Duration kept) {
    return new Site.StayOut(reason, kept, clock.instant().plus(kept));
  }

  private static SimpleRobotRules allowAll() {
    return new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL);
  }

  /** Rules for our product token; the parser knows byte order marks, UTF-16 and HTML. */
  static SimpleRobotRules parse(URI file, Response response) {
    String type = response.header("content-type").orElse("text/plain");
    // Without a bound of its own: a long crawl-delay is no ban, and ours is bounded elsewhere.
    return new SimpleRobotRulesParser(Long.MAX_VALUE, 5)
        .parseContent(file.toString(), response.body(), type, List.of(TOKEN));
  }
}
