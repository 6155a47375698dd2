package worthwhile.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.fetch.FetchOutcome.Fetched;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

class RobotsTest extends FetchFixture {
  private static final String RULES =
      "User-agent: *\r\nDisallow: /private/\r\nAllow: /private/open\r\nDisallow: /*.json$\r\n";

  @BeforeEach
  void pages() {
    for (String path : new String[] {"/tasks", "/private/x", "/private/open", "/a.json"})
      stub(path, ok("page"));
  }

  @ParameterizedTest
  @CsvSource({
    "/tasks, true",
    "/private/x, false",
    "/private/open, true",
    "/a.json, false",
    "/a.json?x=1, true"
  })
  void rulesAreObeyedWithTheLongestMatchFirst(String path, boolean allowed) {
    robots(ok(RULES));
    assertThat(fetch(path, TestSource.ROBOTS))
        .returns(allowed, met -> met instanceof FetchOutcome.Fetched);
    if (!allowed)
      assertThat(fetch(path, TestSource.ROBOTS)).returns(Kind.NOT_ALLOWED, FetchFixture::kind);
    if (!allowed) server.verify(0, getRequestedFor(urlEqualTo(path)));
  }

  @Test
  void aRefusalNamesAddressAndRule() {
    robots(ok(RULES));
    assertThat(fetch("/private/x", TestSource.ROBOTS))
        .isEqualTo(
            new FetchOutcome.Stopped(
                new Stop(
                    Kind.NOT_ALLOWED,
                    "robots.txt of board.example does not allow /private/x (Disallow: /private/)")));
  }

  @Test
  void ourOwnGroupCountsAndNotEverybodys() {
    robots(ok("User-agent: *\nDisallow: /\n\nUser-agent: Worthwhile\nDisallow: /private/\n"));
    assertThat(fetch("/tasks", TestSource.ROBOTS)).isInstanceOf(Fetched.class);
    assertThat(fetch("/private/x", TestSource.ROBOTS))
        .returns(Kind.NOT_ALLOWED, FetchFixture::kind);
  }

  @Test
  void anInterfaceUnderItsTermsIsNotAskedForRobots() {
    robots(ok("User-agent: *\nDisallow: /\n"));
    assertThat(fetch("/tasks", TestSource.TERMS)).isInstanceOf(Fetched.class);
    server.verify(0, getRequestedFor(urlEqualTo("/robots.txt")));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void noRobotsMeansAllowed(int status) {
    robots(aResponse().withStatus(status).withBody("<html><title>Access Denied</title>"));
    assertThat(fetch("/tasks", TestSource.ROBOTS)).isInstanceOf(Fetched.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429})
  void brokenRobotsMeanStayOutForAWhile(int status) {
    robots(aResponse().withStatus(status));
    assertThat(fetch("/tasks", TestSource.ROBOTS))
        .returns(Kind.UNAVAILABLE, FetchFixture::kind)
        .extracting(FetchFixture::stop)
        .satisfies(
            out -> {
              assertThat(out.text()).contains("robots.txt of board.example", "stay out");
              assertThat(out.retryAfter()).isPresent();
            });
    server.verify(0, getRequestedFor(urlEqualTo("/tasks")));
    robots(ok(""));
    assertThat(fetch("/tasks", TestSource.ROBOTS)).returns(Kind.UNAVAILABLE, FetchFixture::kind);
    time.advance(Duration.ofMinutes(16));
    assertThat(fetch("/tasks", TestSource.ROBOTS)).isInstanceOf(Fetched.class);
  }

  @Test
  void robotsThatCannotBeReachedMeanStayOut() {
    robots(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(fetch("/tasks", TestSource.ROBOTS)).returns(Kind.UNAVAILABLE, FetchFixture::kind);
    server.verify(0, getRequestedFor(urlEqualTo("/tasks")));
  }

  @Test
  void retryAfterOfRobotsIsKept() {
    robots(serviceUnavailable().withHeader("Retry-After", "7200"));
    assertThat(fetch("/tasks", TestSource.ROBOTS))
        .returns(Kind.UNAVAILABLE, FetchFixture::kind)
        .extracting(FetchFixture::stop)
        .satisfies(out -> assertThat(out.retryAfter()).contains(Duration.ofHours(2)));
  }

  @Test
  void robotsAreAskedOncePerDay() {
    robots(ok(RULES));
    for (int i = 0; i < 3; i++) fetch("/tasks", TestSource.ROBOTS);
    time.advance(Duration.ofHours(23));
    fetch("/tasks", TestSource.ROBOTS);
    server.verify(1, getRequestedFor(urlEqualTo("/robots.txt")));
    time.advance(Duration.ofHours(2));
    fetch("/tasks", TestSource.ROBOTS);
    server.verify(2, getRequestedFor(urlEqualTo("/robots.txt")));
  }

  @Test
  void robotsAreFollowedToOtherHosts() {
    robots(aResponse().withStatus(301).withHeader("Location", "https://other.example/r5"));
    for (int i = 2; i < 5; i++)
      stub("/r" + (i + 1), aResponse().withStatus(302).withHeader("Location", "/r" + i));
    stub("/r2", ok(RULES));
    assertThat(fetch("/private/x", TestSource.ROBOTS))
        .returns(Kind.NOT_ALLOWED, FetchFixture::kind);
    server.verify(getRequestedFor(urlEqualTo("/r2")).withHeader("Host", equalTo("other.example")));
  }

  @Test
  void endlessRedirectsMeanStayOut() {
    robots(aResponse().withStatus(302).withHeader("Location", "/robots.txt"));
    assertThat(fetch("/tasks", TestSource.ROBOTS)).returns(Kind.UNAVAILABLE, FetchFixture::kind);
    server.verify(6, getRequestedFor(urlEqualTo("/robots.txt")));
  }

  @Test
  void aRedirectOfRobotsToOurOwnNetworkIsNotFollowed() {
    String inside = "http://127.0.0.1:" + server.port() + "/tasks";
    robots(aResponse().withStatus(302).withHeader("Location", inside));
    assertThat(fetch("/private/x", TestSource.ROBOTS))
        .returns(Kind.UNAVAILABLE, FetchFixture::kind);
    server.verify(0, getRequestedFor(urlEqualTo("/tasks")));
  }

  @Test
  void aPageServedAsRobotsHoldsNoRules() {
    robots(
        ok("<!DOCTYPE html><html><head><title>Board</title></head><body>Welcome to all our tasks."
                + " User-agent: * Disallow: /</body></html>")
            .withHeader("Content-Type", "text/html"));
    assertThat(fetch("/tasks", TestSource.ROBOTS)).isInstanceOf(Fetched.class);
  }

  @Test
  void aChallengeServedAsRobotsMeansStayOut() {
    robots(ok("<html><head><title>Just a moment...</title></head><body></body></html>"));
    assertThat(fetch("/tasks", TestSource.ROBOTS)).returns(Kind.UNAVAILABLE, FetchFixture::kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void byteOrderMarksAreUnderstood(String name) {
    Charset charset =
        switch (name) {
          case "UTF-16LE" -> UTF_16LE;
          case "UTF-16BE" -> UTF_16BE;
          default -> UTF_8;
        };
    robots(aResponse().withBody(("\uFEFF" + RULES).getBytes(charset)));
    assertThat(fetch("/private/x", TestSource.ROBOTS))
        .returns(Kind.NOT_ALLOWED, FetchFixture::kind);
  }

  @Test
  void rulesBeyond500KibibytesAreNotRead() {
    String filler = "# " + "x".repeat(97) + "\n";
    robots(ok(RULES + filler.repeat(6_000) + "User-agent: *\nDisallow: /tasks\n"));
    assertThat(fetch("/private/x", TestSource.ROBOTS))
        .returns(Kind.NOT_ALLOWED, FetchFixture::kind);
    assertThat(fetch("/tasks", TestSource.ROBOTS)).isInstanceOf(Fetched.class);
  }

  @Test
  void crawlDelayLengthensThePause() {
    robots(ok("User-agent: *\nCrawl-delay: 17\n"));
    fetch("/tasks", TestSource.ROBOTS);
    fetch("/tasks", TestSource.ROBOTS);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(17));
  }

  @Test
  void anEndlessCrawlDelayIsNoBan() {
    robots(ok("User-agent: *\nCrawl-delay: 86400\n"));
    assertThat(fetch("/tasks", TestSource.ROBOTS)).isInstanceOf(Fetched.class);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(60));
    assertThat(HostGate.delay(Duration.ZERO, Optional.empty(), Duration.ZERO))
        .isEqualTo(Duration.ofSeconds(1));
  }

  private void robots(ResponseDefinitionBuilder answer) {
    stub("/robots.txt", answer);
  }
}
