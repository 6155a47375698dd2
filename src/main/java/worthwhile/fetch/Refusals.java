package worthwhile.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import worthwhile.fetch.JsonRefusals.Problem;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

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
   * @param page any answer
   * @param htmlExpected whether a web page was asked for; false where data (JSON, a feed, CSV) was
   *     due, so that a page at all is strange
   * @return the refusal; absent if the answer may be content, which is for extraction to say, and
   *     for "not modified"
   */
  public static Optional<Stop> recognise(ParsedPage page, boolean htmlExpected) {
    Response response = page.response();
    int status = response.status();
    Optional<Stop> wall = wall(page, htmlExpected);
    if (wall.isPresent()) return wall;
    Optional<Problem> problem = JsonRefusals.read(page);
    if (status >= 200 && status < 300)
      return problem
          .filter(stated -> stated.status() >= 400)
          .map(stated -> ofStatus(response, stated.status(), problem));
    if (status == 304) return Optional.empty();
    return Optional.of(ofStatus(response, status, problem));
  }

  /**
   * What refusal a page is in which no content was found; absent if it may be a page whose shape
   * has changed.
   */
  public static Optional<Stop> withoutContent(ParsedPage page) {
    return PageSigns.looksLikeHtml(page)
        ? BotWalls.withoutContent(PageSigns.of(page)).map(Refusals::blocked)
        : Optional.empty();
  }

  /** A wall that the headers declare, whatever the body is. */
  static Optional<Stop> inHeaders(Response response) {
    return BotWalls.inHeaders(response).map(Refusals::blocked);
  }

  /** Walls, logins and notices that the body shows, whatever the status says. */
  private static Optional<Stop> wall(ParsedPage parsed, boolean htmlExpected) {
    Response response = parsed.response();
    Optional<Stop> declared = inHeaders(response);
    if (declared.isPresent()) return declared;
    if (!PageSigns.looksLikeHtml(parsed)) return jsonWall(parsed);
    PageSigns page = PageSigns.of(parsed);
    boolean refused = response.status() >= 400 && response.status() != 404;
    boolean strict = htmlExpected && !refused;
    Optional<String> wall = BotWalls.inPage(page, strict);
    if (wall.isPresent()) return wall.map(name -> blockedOrLimited(name, page));
    Optional<String> login = LoginWalls.inPage(page, htmlExpected);
    if (login.isPresent() && response.status() < 500)
      return login.map(why -> new Stop(Kind.LOGIN_REQUIRED, why));
    if (response.status() < 500 && response.status() >= 300) return Optional.empty();
    if (Notices.maintenance(page, strict))
      return Optional.of(unavailable("down for maintenance", response));
    return Notices.notFound(page, strict) && response.status() < 300
        ? Optional.of(new Stop(Kind.GONE, "a \"not found\" page"))
        : Optional.empty();
  }

  private static Optional<Stop> jsonWall(ParsedPage page) {
    if (page.response().status() < 400) return Optional.empty();
    return BotWalls.inJson(PageSigns.start(page)).map(Refusals::blocked);
  }

  private static Stop blockedOrLimited(String wall, PageSigns page) {
    Response response = page.response();
    boolean limited = page.says("you are being rate limited");
    return limited ? limited(response, response.status()) : blocked(wall);
  }

  private static Stop blocked(String wall) {
    return new Stop(Kind.BLOCKED, "turned away by: " + wall);
  }

  private static Stop limited(Response response, int status) {
    return RateLimits.stop(RateLimits.retryAfter(response).orElse(UNSTATED), status);
  }

  private static Stop unavailable(String reason, Response response) {
    return new Stop(Kind.UNAVAILABLE, reason, RateLimits.retryAfter(response));
  }

  /** The outcome of a status, which is the server's own or the one that its JSON states. */
  private static Stop ofStatus(Response response, int status, Optional<Problem> problem) {
    String said = problem.map(p -> ": " + p.text()).orElse("");
    return switch (status) {
      case 401, 407 ->
          new Stop(Kind.LOGIN_REQUIRED, "the server wants a login (" + status + ")" + said);
      case 402, 405, 406, 418, 430, 451 -> new Stop(Kind.BLOCKED, "status " + status + said);
      case 403 -> forbidden(response, said);
      case 404, 410 -> new Stop(Kind.GONE, "status " + status + said);
      case 400, 422 -> badRequest(status, said);
      case 429 -> limited(response, status);
      case 408, 425 -> unavailable("status " + status + said, response);
      case 503 -> overloaded(response, said);
      default -> other(response, status, said);
    };
  }

  private static Stop forbidden(Response response, String said) {
    boolean usedUp = RateLimits.exhausted(response.headers(), response.at()).isPresent();
    if (usedUp || LIMIT.matcher(said).find()) return limited(response, 403);
    if (LOGIN.matcher(said).find()) return new Stop(Kind.LOGIN_REQUIRED, "status 403" + said);
    return new Stop(Kind.BLOCKED, "status 403" + said);
  }

  private static Stop badRequest(int status, String said) {
    if (MISSING.matcher(said).find()) return new Stop(Kind.GONE, "status " + status + said);
    return new Stop(
        Kind.UNACCEPTABLE, "the server calls the request wrong, status " + status + said);
  }

  /** RFC 9110: a 503 that says when to come back is a busy server asking for patience. */
  private static Stop overloaded(Response response, String said) {
    Optional<Duration> wait = RateLimits.retryAfter(response);
    return wait.map(duration -> RateLimits.stop(duration, 503))
        .orElseGet(() -> new Stop(Kind.UNAVAILABLE, "status 503" + said));
  }

  private static Stop other(Response response, int status, String said) {
    if (status >= 500) return unavailable("status " + status + said, response);
    if (status >= 400) return new Stop(Kind.UNACCEPTABLE, "status " + status + said);
    Optional<String> to = response.header("location");
    return new Stop(
        Kind.UNACCEPTABLE, "status " + status + to.map(l -> ", a redirect to " + l).orElse(""));
  }
}
