package worthwhile.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

class RefusalsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String TASKS =
      "<ul>"
          + "<li><a href='/t/1'>Label 40 photos</a> $2.50 about 12 minutes</li>".repeat(60)
          + "</ul>";

  @ParameterizedTest
  @CsvSource({
    "401, login-required",
    "403, blocked",
    "406, blocked",
    "451, blocked",
    "404, gone",
    "410, gone",
    "429, rate-limited",
    "500, unavailable",
    "502, unavailable",
    "503, unavailable",
    "522, unavailable",
    "408, unavailable",
    "400, unacceptable",
    "414, unacceptable",
    "302, unacceptable"
  })
  void statusAloneDecidesWhereTheBodyIsSilent(int status, String outcome) {
    assertThat(Refusals.recognise(answer(status, "", Map.of()), true))
        .get()
        .extracting(found -> found.kind().word())
        .isEqualTo(outcome);
  }

  @Test
  void notModifiedIsNoRefusal() {
    assertThat(Refusals.recognise(answer(304, "", Map.of()), true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Cloudflare, managed challenge of today
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><noscript>Enable"
            + " JavaScript and cookies to continue</noscript><script>(function(){window._cf_chl_opt="
            + "{cType:'managed'};})();</script></body></html>",
        // Cloudflare, firewall rule
        "<html><head><title>Attention Required! | Cloudflare</title></head><body><div"
            + " id='cf-wrapper'><div id='cf-error-details'><h1>Sorry, you have been"
            + " blocked</h1></div></div></body></html>",
        // Akamai
        "<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\nYou don't"
            + " have permission to access \"http&#58;&#47;&#47;x\" on this server.<P>\nReference"
            + " &#35;18&#46;2d351ab8&#46;1557333295&#46;a4e16ab\n</BODY></HTML>",
        // Imperva
        "<html style='height:100%'><head></head><body><iframe id='main-iframe'"
            + " src='/_Incapsula_Resource?CWUDNSAI=9'>Request unsuccessful. Incapsula incident ID:"
            + " 460000-1</iframe></body></html>",
        // HUMAN
        "<html><head><title>Access to this page has been denied</title></head><body><div"
            + " id='px-captcha'></div></body></html>",
        // DataDome
        "<html><head><title>board.example</title></head><body><p>Please enable JS and disable any ad"
            + " blocker</p><script>var dd={'rt':'c'}</script><script"
            + " src='https://ct.captcha-delivery.com/c.js'></script></body></html>",
        // Kasada
        "<!DOCTYPE html><html><head></head><body><script>window.KPSDK={};</script><script"
            + " src='/149e9513/2d20/ips.js'></script></body></html>",
        // a plain captcha page
        "<html><head><title>board.example</title></head><body><p>Please confirm that you are a"
            + " human.</p><div class='h-captcha'></div></body></html>",
        "<html><head><title>Blocked</title></head><body><p>You've been blocked by network"
            + " security.</p></body></html>",
        "<html><head><title>Making sure you&#39;re not a bot!</title></head><body><script"
            + " id='anubis_challenge' type='application/json'>{}</script></body></html>",
      })
  void wallsOfEveryKindAreBlocked(String page) {
    assertThat(Refusals.recognise(answer(200, page, Map.of()), true))
        .get()
        .returns(Kind.BLOCKED, Stop::kind);
    assertThat(Refusals.recognise(answer(200, page, Map.of()), false))
        .get()
        .returns(Kind.BLOCKED, Stop::kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // login form in the head of a listing
        "<header><form action='/login'><input name='user'><input type='password' name='pw'></form>"
            + "</header>",
        // a short listing with a login form beside it is still a listing
        "<script src='https://www.google.com/recaptcha/api.js'></script><div"
            + " class='g-recaptcha'></div><p>Solve the captcha to post a comment</p>",
        // Cloudflare's ordinary scripts
        "<a class='__cf_email__' href='/cdn-cgi/l/email-protection'>[email&#160;protected]</a><script"
            + " src='/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js'></script>"
            + "<script>window['__CF$cv$params']={r:'1'};"
            + "a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'</script>",
        // monitoring scripts of the same services
        "<script src='/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3'></script>"
            + "<script src='https://js.datadome.co/tags.js'></script>"
            + "<script src='https://cdn.perfdrive.com/aperture/aperture.js'></script>"
            + "<script>window._pxAppId='PX1'</script>",
        "<p>Access denied when I try to cash out. Reference #12? You have been blocked, it said. Is"
            + " the site down for maintenance? You must be logged in to see it.</p>",
      })
  void ordinaryPagesWithSuspiciousPartsAreContent(String part) {
    String page =
        "<!DOCTYPE html><html><head><title>Tasks - Board</title></head><body>"
            + part
            + TASKS
            + "</body></html>";
    assertThat(Refusals.recognise(answer(200, page, Map.of()), true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Captcha solving - 1000 images a day - Board",
        "Login page tester wanted | Board",
        "Access Denied errors: transcribe logs - Board",
        "Just a moment of your time: survey - Board",
        "404 pages to review - Board"
      })
  void titlesThatSpeakOfRefusalsAreContent(String title) {
    String page =
        "<html><head><title>"
            + title
            + "</title></head><body><h1>"
            + title
            + "</h1><p>Pays $3 for ten"
            + " minutes of captcha work.</p></body></html>";
    assertThat(Refusals.recognise(answer(200, page, Map.of()), true)).isEmpty();
  }

  @Test
  void aMarkedUpPostingIsContentHoweverShort() {
    String page =
        "<html><head><title>Security check</title><script type='application/ld+json'>{\"@type\":"
            + "\"JobPosting\",\"title\":\"Security check\"}</script></head><body>Guard<form><input"
            + " type=password></form></body></html>";
    assertThat(Refusals.recognise(answer(200, page, Map.of()), true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><head><title>Log in | Board</title></head><body><form method=post><input"
            + " name=user><input type=password name=pw></form></body></html>",
        "<html><head><title>Board</title></head><body><form method=post><input"
            + " name=user><input type=password name=pw><button>Go</button></form></body></html>",
        "<html><head><meta http-equiv='refresh' content='0;url=/login?next=/tasks'></head><body>Wait"
            + "</body></html>",
        "<html><head><title>Board</title></head><body>You must be logged in to view this"
            + " forum.</body></html>",
        "<html><head><title>Sign in</title></head><body><form><input type=email></form></body></html>"
      })
  void loginPagesAreRecognised(String page) {
    assertThat(Refusals.recognise(answer(200, page, Map.of()), true))
        .get()
        .returns(Kind.LOGIN_REQUIRED, Stop::kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Down for maintenance", "Board | Under maintenance", "We'll be back soon!"})
  void maintenanceIsUnavailable(String title) {
    String page = "<html><head><title>" + title + "</title></head><body>Soon.</body></html>";
    assertThat(Refusals.recognise(answer(200, page, Map.of("retry-after", "3600")), true))
        .get()
        .isEqualTo(
            new Stop(Kind.UNAVAILABLE, "down for maintenance", Optional.of(Duration.ofHours(1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200; {\"error\":404,\"message\":\"Not Found\"}; gone",
        "200; {\"error\":{\"code\":401,\"message\":\"Invalid API key\"}}; login-required",
        "403; {\"message\":\"API rate limit exceeded for 203.0.113.7\"}; rate-limited",
        "403; {\"error\":\"Please log in first\"}; login-required",
        "400; {\"error\":\"Could not find a job board with token x\"}; gone",
        "403; {\"url\":\"https://geo.captcha-delivery.com/captcha/?initialCid=A\"}; blocked",
        "403; {\"appId\":\"PX1\",\"blockScript\":\"/x/captcha.js\"}; blocked",
      })
  void jsonSaysMoreThanItsStatus(int status, String body, String outcome) {
    assertThat(Refusals.recognise(answer(status, body, Map.of()), false))
        .get()
        .extracting(found -> found.kind().word())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jobs\":[],\"error\":404,\"message\":\"x\"}",
        "{\"status\":\"ok\",\"message\":\"2 jobs\"}",
        "{\"code\":200,\"message\":\"OK\",\"total\":0}",
        "[]",
        "{\"title\":\"404 pages to review\"}",
        "{broken",
        "",
        "<?xml version='1.0'?><rss><channel><title>Blocked</title></channel></rss>",
      })
  void dataIsLeftToExtraction(String body) {
    assertThat(Refusals.recognise(answer(200, body, Map.of("content-type", "text/html")), false))
        .isEmpty();
  }

  @Test
  void headersTellAWallBeforeTheStatusDoes() {
    assertThat(Refusals.recognise(answer(403, "<html>", Map.of("cf-mitigated", "challenge")), true))
        .contains(new Stop(Kind.BLOCKED, "turned away by: Cloudflare challenge"));
    assertThat(Refusals.recognise(answer(429, "", Map.of("x-kpsdk-ct", "0a")), true))
        .get()
        .returns(Kind.BLOCKED, Stop::kind);
  }

  @ParameterizedTest
  @CsvSource({
    "retry-after, 120, PT2M",
    "retry-after, 'Mon, 23 Nov 2026 12:00:30 GMT', PT30S",
    "retry-after, 'Mon, 23 Nov 2026 11:00:00 GMT', PT1S",
    "retry-after, soon, PT10M",
    "retry-after, 99999999, PT168H",
    "x-ratelimit-reset, 27.4, PT27.4S",
    "x-ratelimit-reset, 1795435500, PT5M",
    "x-ratelimit-reset, 1795435500000, PT5M",
    "x-rate-limit-reset, 2026-11-23T12:07:00Z, PT7M",
    "ratelimit-reset, 40, PT40S",
    "ratelimit, 'limit=100, remaining=0, reset=50', PT50S",
    "ratelimit, '\"default\";r=0;t=55', PT55S",
    "server, nginx, PT10M",
  })
  void tooManyRequestsWaitsAsLongAsAsked(String header, String value, Duration wait) {
    assertThat(Refusals.recognise(answer(429, "", Map.of(header, value)), true))
        .contains(RateLimits.stop(wait, 429));
  }

  @Test
  void aBusyServerThatSaysWhenIsRateLimitedAndOneThatDoesNotIsUnavailable() {
    assertThat(Refusals.recognise(answer(503, "", Map.of("retry-after", "60")), true))
        .contains(RateLimits.stop(Duration.ofMinutes(1), 503));
    assertThat(Refusals.recognise(answer(503, "", Map.of()), true))
        .get()
        .returns(Kind.UNAVAILABLE, Stop::kind);
  }

  @Test
  void aSoftNotFoundIsGone() {
    String page =
        "<html><head><title>Page not found - Board</title></head><body>Sorry.</body></html>";
    assertThat(Refusals.recognise(answer(200, page, Map.of()), true))
        .get()
        .returns(Kind.GONE, Stop::kind);
  }

  /** Each would take hours where a pattern tries all ways to cut it. */
  @Test
  @Timeout(30)
  void pagesMadeToKeepUsBusyDoNot() {
    for (String page :
        List.of(
            "<!---->".repeat(280) + "x",
            "<html><title>"
                + ".".repeat(500_000)
                + "x</title><h1>"
                + "!".repeat(500_000)
                + "x</h1>",
            "<html><meta http-equiv=refresh content='" + "url =".repeat(100_000) + "'>",
            "<html><script>location" + "/login".repeat(100_000) + "x</script>"))
      assertThat(Refusals.recognise(answer(200, page, Map.of()), true))
          .satisfiesAnyOf(
              found -> assertThat(found).isEmpty(),
              found -> assertThat(found).get().returns(Kind.LOGIN_REQUIRED, Stop::kind));
  }

  private static ParsedPage answer(int status, String body, Map<String, String> headers) {
    return ParsedPage.of(
        new Response(
            URI.create("https://board.example/tasks"), status, headers, body.getBytes(UTF_8), NOW));
  }
}
