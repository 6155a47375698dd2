package worthwhile.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.Shortened;

/**
 * Pages with which a site, or the service in front of it, turns crawlers away. Each is recognised
 * by what only the wall itself carries: the same services leave scripts on ordinary pages too.
 */
final class BotWalls {
  /** Longest text of a wall that says nothing but its title. */
  private static final int FEW_WORDS = 220;

  private static final List<String> TITLES =
      List.of(
          "403",
          "403 forbidden",
          "access denied",
          "access forbidden",
          "access restricted",
          "access to this page has been denied",
          "are you a robot?",
          "are you human?",
          "attention required",
          "blocked",
          "bot verification",
          "captcha",
          "checking your browser",
          "forbidden",
          "human verification",
          "page unavailable",
          "pardon our interruption",
          "please verify you are a human",
          "radware captcha page",
          "request blocked",
          "request rejected",
          "robot check",
          "robot or human?",
          "security check",
          "shieldsquare captcha",
          "verify you are human",
          "you have been blocked");

  private static final List<String> PROOF_OF_HUMANITY =
      List.of(
          "captcha",
          "not a robot",
          "are a human",
          "are human",
          "you are a bot",
          "not a bot",
          "security check",
          "unusual traffic",
          "automated");

  /** What nobody says but who turns a visitor away; looked for only where no row was found. */
  private static final Pattern TURNED_AWAY =
      Pattern.compile(
          "\\baccess\\b[^.!?]{0,80}\\b(?:has|have|was|is|been)\\b[^.!?]{0,30}"
              + "\\b(?:blocked|denied|restricted|suspended|forbidden)\\b"
              + "|\\baccess (?:temporarily )?(?:blocked|denied|restricted|forbidden)\\b"
              + "|\\byou(?:r (?:\\w+ ){1,2}+)?(?: ?(?:have|has|was|were|is|are)\\b)(?: been)?"
              + "(?: \\w+)? (?:blocked|banned|blacklisted|denied access)\\b"
              + "|\\b(?:unusual|suspicious) (?:traffic|activity)\\b"
              + "|\\b(?:verify|confirm|prove)(?: that)? you(?:'re| are) (?:a |not a )?(?:human|robot|bot)\\b"
              + "|\\bare you (?:a )?(?:human|robot)\\b|\\btoo many requests\\b"
              + "|\\bautomated (?:requests?|access|queries|tools)\\b"
              + "|\\b(?:complete|solve) the (?:captcha|security check)\\b"
              + "|\\bzugriff[^.!?]{0,60}(?:gesperrt|verweigert|blockiert)"
              + "|\\bacc[eè]s[^.!?]{0,60}(?:bloqué|refusé|restreint)"
              + "|\\bacceso[^.!?]{0,60}(?:bloqueado|denegado|restringido)");

  /** A captcha beside no more words than these is all there is on its page. */
  private static final int WORDS_BESIDE_CAPTCHA = 40;

  private static final String WIDGETS =
      ".g-recaptcha, .h-captcha, .cf-turnstile, #captcha, iframe[src*=/recaptcha/],"
          + " iframe[src*=hcaptcha.com], img[src*=captcha], form[action*=captcha]";

  private record Wall(String name, Predicate<PageSigns> test) {}

  private static final List<Wall> WALLS =
      List.of(
          new Wall("Cloudflare challenge", BotWalls::cloudflareChallenge),
          new Wall("Cloudflare block", BotWalls::cloudflareBlock),
          new Wall("Akamai", BotWalls::akamai),
          new Wall("Imperva", BotWalls::imperva),
          new Wall("HUMAN (PerimeterX)", page -> page.has("#px-captcha, meta[content=px-captcha]")),
          new Wall("DataDome", page -> page.has("[src*=captcha-delivery.com]")),
          new Wall("Radware (ShieldSquare)", page -> page.has("[src*=captcha.perfdrive.com]")),
          new Wall("Kasada", page -> page.words() < 20 && page.scripts("KPSDK")),
          new Wall("AWS WAF", page -> page.words() < 60 && page.scripts("gokuProps")),
          new Wall("CloudFront", BotWalls::cloudFront),
          new Wall("Sucuri", page -> page.says("sucuri website firewall") && few(page)),
          new Wall("Anubis", page -> page.has("script#anubis_challenge")),
          new Wall("DDoS-Guard", page -> page.titled(List.of("ddos-guard"))),
          new Wall("Google", page -> page.has("form#captcha-form[action*=index]")),
          new Wall("Reddit", BotWalls::reddit));

  private BotWalls() {}

  /** The wall that the answer's headers declare. */
  static Optional<String> inHeaders(Response response) {
    if (response.header("cf-mitigated").isPresent()) return Optional.of("Cloudflare challenge");
    if (response.header("x-amzn-waf-action").isPresent()) return Optional.of("AWS WAF");
    boolean datadome = response.header("x-datadome").filter("protected"::equals).isPresent();
    boolean refused = response.status() == 403 || response.status() == 429;
    if (refused && datadome) return Optional.of("DataDome");
    if (refused && response.header("x-kpsdk-ct").isPresent()) return Optional.of("Kasada");
    return Optional.empty();
  }

  /** The wall that a JSON body declares. */
  static Optional<String> inJson(String body) {
    if (body.contains("captcha-delivery.com")) return Optional.of("DataDome");
    if (body.contains("\"blockScript\"") && body.contains("\"appId\""))
      return Optional.of("HUMAN (PerimeterX)");
    return Optional.empty();
  }

  /**
   * The wall that this page is.
   *
   * @param htmlExpected false where data was due, so that a page is strange whatever its length
   */
  static Optional<String> inPage(PageSigns page, boolean htmlExpected) {
    Optional<String> wall =
        WALLS.stream().filter(w -> w.test().test(page)).map(Wall::name).findFirst();
    if (wall.isPresent() || page.marksUpContent()) return wall;
    boolean small = !htmlExpected || few(page);
    if (small && page.titled(TITLES)) return Optional.of(quoted(page));
    if (small && page.says("whoa there, pardner")) return Optional.of("Reddit");
    if (small && asksForHuman(page)) return Optional.of("captcha");
    return few(page) && unavailableHere(page) ? Optional.of("country") : Optional.empty();
  }

  /**
   * The wall that a page is on which no row was found. A sentence or a captcha is enough there;
   * pages with content may hold either.
   */
  static Optional<String> withoutContent(PageSigns page) {
    if (!few(page) || page.marksUpContent()) return Optional.empty();
    Matcher sentence = TURNED_AWAY.matcher(page.text().replace('’', '\''));
    if (sentence.find()) return Optional.of("page that says \"" + sentence.group() + '"');
    boolean alone = page.words() < WORDS_BESIDE_CAPTCHA && page.has(WIDGETS);
    return alone ? Optional.of("captcha") : Optional.empty();
  }

  private static String quoted(PageSigns page) {
    return "page titled \"" + Shortened.to(80, page.document().title().strip()) + '"';
  }

  private static boolean few(PageSigns page) {
    return page.words() < FEW_WORDS;
  }

  private static boolean cloudflareChallenge(PageSigns page) {
    return page.has("#challenge-form, #challenge-running, #challenge-stage, #cf-challenge-running")
        || page.has(".cf-browser-verification, #cf-browser-verification")
        || page.has("form[action*=__cf_chl], form[action*=/cdn-cgi/l/chk_]")
        || page.scripts("_cf_chl_opt")
        || (page.titled(List.of("just a moment")) && few(page));
  }

  private static boolean cloudflareBlock(PageSigns page) {
    boolean errorPage = page.has("#cf-error-details, #cf-wrapper");
    return errorPage
        && (page.titled(List.of("attention required", "access denied"))
            || page.says("you have been blocked")
            || page.says("banned"));
  }

  private static boolean akamai(PageSigns page) {
    boolean reference = page.says("reference #") || page.says("errors.edgesuite.net");
    return (page.titled(List.of("access denied")) && reference)
        || page.has("link[href*=akamai-block], img[src*=akamai-block]")
        || page.has("#sec-if-cpt-container, #sec-cpt-if, script[src*=/_sec/cp_challenge/]");
  }

  private static boolean imperva(PageSigns page) {
    return page.says("incapsula incident id")
        || (page.has("[src*=_Incapsula_Resource]") && page.words() < 30)
        || (page.titled(List.of("pardon our interruption")) && page.says("bot"));
  }

  private static boolean cloudFront(PageSigns page) {
    return page.says("the request could not be satisfied") && page.says("request blocked");
  }

  private static boolean reddit(PageSigns page) {
    boolean site = page.response().url().toString().toLowerCase(Locale.ROOT).contains("reddit.com");
    return (page.titled(List.of("blocked")) && page.says("whoa there, pardner"))
        || page.says("blocked due to a network policy")
        || (site && page.says("blocked by network security"));
  }

  private static boolean asksForHuman(PageSigns page) {
    return page.has(WIDGETS) && PROOF_OF_HUMANITY.stream().anyMatch(page::says);
  }

  private static boolean unavailableHere(PageSigns page) {
    return page.says("not available in your country")
        || page.says("not available in your region")
        || page.says("not available in your location");
  }
}
