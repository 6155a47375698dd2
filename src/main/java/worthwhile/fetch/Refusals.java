package worthwhile.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import worthwhile.fetch.FetchOutcome.Blocked;
import worthwhile.fetch.FetchOutcome.Gone;
import worthwhile.fetch.FetchOutcome.LoginRequired;
import worthwhile.fetch.FetchOutcome.NotModified;
import worthwhile.fetch.FetchOutcome.RateLimited;
import worthwhile.fetch.FetchOutcome.Unacceptable;
import worthwhile.fetch.FetchOutcome.Unavailable;
import worthwhile.fetch.JsonRefusals.Problem;

/** Tells a refusal from content, for live answers and for saved pages alike. */
public final class Refusals {
  /** How long to stay away from a server that says "too many" and not for how long. */
  static final Duration UNSTATED = Duration.ofMinutes(10);

  private static final Pattern MISSING =
      Pattern.compile(
          "could ?n.t find|could not find|not found|does ?n.t exist|does not exist|no longer",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LIMIT =
      Pattern.compile("rate.?limit|too many requests|quota", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOGIN =
      Pattern.compile(
          "log.?in|sign.?in|logged in|unauthori[sz]ed|authentication|authenticated|api.?key|access.?token|"
              + "invalid.?token|credentials",
          Pattern.CASE_INSENSITIVE);

  private Refusals() {}

  /**
   * What refusal this answer is.
   *
   * @param response any answer, decompressed
   * @param htmlExpected whether a web page was asked for; false where data (JSON, a feed, CSV) was
   *     due, so that a page at all is strange
   * @return the outcome; empty if the answer may be content, which is for extraction to say
   */
  public static Optional<FetchOutcome> recognise(Response response, boolean htmlExpected) {
    int status = response.status();
    Optional<FetchOutcome> wall = wall(response, htmlExpected);
    if (wall.isPresent()) return wall;
    Optional<Problem> problem = JsonRefusals.read(response);
    if (status >= 200 && status < 300)
      return problem
          .filter(stated -> stated.status() >= 400)
          .map(stated -> ofStatus(response, stated.status(), problem));
    if (status == 304) return Optional.of(new NotModified(Validators.of(response.headers())));
    return Optional.of(ofStatus(response, status, problem));
  }

  /** Walls, logins and notices that the body shows, whatever the status says. */
  private static Optional<FetchOutcome> wall(Response response, boolean htmlExpected) {
    Optional<String> declared = BotWalls.inHeaders(response);
    if (declared.isPresent()) return declared.map(name -> blocked(name, response));
    if (!Page.looksLikeHtml(response)) return jsonWall(response);
    Page page = Page.of(response);
    boolean refused = response.status() >= 400 && response.status() != 404;
    boolean strict = htmlExpected && !refused;
    Optional<String> wall = BotWalls.inPage(page, strict);
    if (wall.isPresent()) return wall.map(name -> blockedOrLimited(name, page));
    Optional<String> login = LoginWalls.inPage(page, htmlExpected);
    if (login.isPresent() && response.status() < 500) return login.map(LoginRequired::new);
    if (response.status() < 500 && response.status() >= 300) return Optional.empty();
    if (Notices.maintenance(page, strict))
      return Optional.of(new Unavailable("down for maintenance", RateLimits.retryAfter(response)));
    return Notices.notFound(page, strict) && response.status() < 300
        ? Optional.of(new Gone("a \"not found\" page", response.status()))
        : Optional.empty();
  }

  private static Optional<FetchOutcome> jsonWall(Response response) {
    if (response.status() < 400) return Optional.empty();
    return BotWalls.inJson(Page.start(response.body())).map(name -> blocked(name, response));
  }

  private static FetchOutcome blockedOrLimited(String wall, Page page) {
    Response response = page.response();
    boolean limited = page.says("you are being rate limited");
    return limited ? limited(response, response.status()) : blocked(wall, response);
  }

  private static Blocked blocked(String wall, Response response) {
    return new Blocked("turned away by: " + wall, response.status());
  }

  private static RateLimited limited(Response response, int status) {
    return new RateLimited(RateLimits.retryAfter(response).orElse(UNSTATED), status);
  }

  /** The outcome of a status, which is the server's own or the one that its JSON states. */
  private static FetchOutcome ofStatus(Response response, int status, Optional<Problem> problem) {
    String said = problem.map(p -> ": " + p.text()).orElse("");
    return switch (status) {
      case 401, 407 -> new LoginRequired("the server wants a login (" + status + ")" + said);
      case 402, 405, 406, 418, 430, 451 -> new Blocked("status " + status + said, status);
      case 403 -> forbidden(response, said);
      case 404, 410 -> new Gone("status " + status + said, status);
      case 400, 422 -> badRequest(status, said);
      case 429 -> limited(response, status);
      case 408, 425 -> new Unavailable("status " + status + said, RateLimits.retryAfter(response));
      case 503 -> overloaded(response, said);
      default -> other(response, status, said);
    };
  }

  private static FetchOutcome forbidden(Response response, String said) {
    boolean usedUp = RateLimits.exhausted(response.headers(), response.at()).isPresent();
    if (usedUp || LIMIT.matcher(said).find()) return limited(response, 403);
    if (LOGIN.matcher(said).find()) return new LoginRequired("status 403" + said);
    return new Blocked("status 403" + said, 403);
  }

  private static FetchOutcome badRequest(int status, String said) {
    if (MISSING.matcher(said).find()) return new Gone("status " + status + said, status);
    return new Unacceptable("the server calls the request wrong, status " + status + said);
  }

  /** RFC 9110: a 503 that says when to come back is a busy server asking for patience. */
  private static FetchOutcome overloaded(Response response, String said) {
    Optional<Duration> wait = RateLimits.retryAfter(response);
    return wait.<FetchOutcome>map(duration -> new RateLimited(duration, 503))
        .orElseGet(() -> new Unavailable("status 503" + said, wait));
  }

  private static FetchOutcome other(Response response, int status, String said) {
    if (status >= 500)
      return new Unavailable("status " + status + said, RateLimits.retryAfter(response));
    if (status >= 400) return new Unacceptable("status " + status + said);
    Optional<String> to = response.header("location");
    return new Unacceptable("status " + status + to.map(l -> ", a redirect to " + l).orElse(""));
  }
}
