package worthwhile.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.fetch.FetchOutcome.Fetched;
import worthwhile.fetch.FetchOutcome.NotModified;
import worthwhile.source.Access;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.source.Stop.Kind;
import worthwhile.text.Sha256;

class FetcherTest extends FetchFixture {
  @Test
  void aPageComesWithItsValidatorsUnderOurOwnNameAndWithoutCookies() {
    stub(
        "/tasks",
        ok("<html>tasks</html>")
            .withHeader("ETag", "\"v1\"")
            .withHeader("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT")
            .withHeader("Set-Cookie", "session=1"));
    Fetched fetched = (Fetched) fetch("/tasks?page=2&q=a%20b", TestSource.ROBOTS);
    assertThat(new String(fetched.response().body(), UTF_8)).isEqualTo("<html>tasks</html>");
    assertThat(fetched.response().url()).hasToString(BOARD + "/tasks?page=2&q=a%20b");
    assertThat(fetched.response().at()).isAfterOrEqualTo(FakeTime.START);
    assertThat(fetched.validators())
        .isEqualTo(
            Validators.of(Optional.of("\"v1\""), Optional.of("Sun, 22 Nov 2026 10:00:00 GMT")));
    fetch("/tasks?page=2&q=a%20b", TestSource.ROBOTS);
    server.verify(
        2,
        getRequestedFor(urlEqualTo("/tasks?page=2&q=a%20b"))
            .withHeader("Host", equalTo("board.example"))
            .withHeader(
                "User-Agent", equalTo("Worthwhile/0.1.0 (personal instance; no contact set)"))
            .withHeader("Cookie", absent())
            .withHeader("Referer", absent()));
  }

  @Test
  void aStandInKeepsPathAndQueryBelowItsOwnPath() {
    stub("/mirror/tasks", ok("x"));
    URI base = URI.create(server.baseUrl() + "/mirror/");
    try (Fetcher mirrored =
        new Fetcher(
            new FetchSettings(
                "0.1.0",
                Optional.of("https://jobs.example/about/crawler"),
                false,
                Map.of("Board.Example", base),
                Optional.empty(),
                Secrets.NONE,
                time,
                time.pause(),
                Parking.NONE))) {
      assertThat(
              mirrored.fetch(
                  TestSource.get(BOARD + "/tasks?a=1"), TestSource.TERMS.build(), Validators.NONE))
          .isInstanceOf(Fetched.class);
    }
    server.verify(
        getRequestedFor(urlEqualTo("/mirror/tasks?a=1"))
            .withHeader(
                "User-Agent", equalTo("Worthwhile/0.1.0 (+https://jobs.example/about/crawler)")));
  }

  @Test
  void whatDidNotChangeIsNotModified() {
    server.stubFor(
        get(anyUrl())
            .withHeader("If-None-Match", equalTo("\"v1\""))
            .withHeader("If-Modified-Since", equalTo("Sun, 22 Nov 2026 10:00:00 GMT"))
            .willReturn(aResponse().withStatus(304).withHeader("ETag", "\"v2\"")));
    Validators known =
        Validators.of(Optional.of("\"v1\""), Optional.of("Sun, 22 Nov 2026 10:00:00 GMT"));
    assertThat(fetcher.fetch(TestSource.get(BOARD + "/x"), TestSource.TERMS.build(), known))
        .isEqualTo(
            new NotModified(
                Validators.of(
                    Optional.of("\"v2\""), Optional.of("Sun, 22 Nov 2026 10:00:00 GMT"))));
  }

  @Test
  void notModifiedWithoutHavingAskedIsNoAnswer() {
    stub("/x", aResponse().withStatus(304));
    assertThat(fetch("/x", TestSource.TERMS)).returns(Kind.UNAVAILABLE, FetchFixture::kind);
  }

  @Test
  void aChallengeIsBlockedAndAnUnknownStatusToo() {
    stub("/a", aResponse().withStatus(403).withBody("<html><title>Access Denied</title>"));
    stub("/b", aResponse().withStatus(999));
    assertThat(fetch("/a", TestSource.TERMS)).returns(Kind.BLOCKED, FetchFixture::kind);
    assertThat(fetch("/b", TestSource.TERMS)).returns(Kind.BLOCKED, FetchFixture::kind);
  }

  @Test
  void aBodyThatWasContentIsContentAgainUnlessTheServerSaysOtherwise() {
    String login = "<html><title>Log in</title><form><input type=password></form></html>";
    String hash = Sha256.hex(login);
    stub("/a", ok(login));
    stub("/b", ok(login + " "));
    stub("/c", ok(login).withHeader("cf-mitigated", "challenge"));
    stub("/d", aResponse().withStatus(403).withBody(login));

    assertThat(fetchKnowing("/a", hash)).isInstanceOf(Fetched.class);
    assertThat(fetch("/a", TestSource.TERMS)).returns(Kind.LOGIN_REQUIRED, FetchFixture::kind);
    assertThat(fetchKnowing("/b", hash)).returns(Kind.LOGIN_REQUIRED, FetchFixture::kind);
    assertThat(fetchKnowing("/c", hash)).returns(Kind.BLOCKED, FetchFixture::kind);
    assertThat(fetchKnowing("/d", hash)).returns(Kind.LOGIN_REQUIRED, FetchFixture::kind);
  }

  private FetchOutcome fetchKnowing(String path, String hash) {
    return fetcher.fetch(
        TestSource.get(BOARD + path), TestSource.TERMS.build(), Validators.NONE.knowing(hash));
  }

  @Test
  void redirectsAreFollowedByHandWithTheLastAddressKept() {
    stub("/old", aResponse().withStatus(301).withHeader("Location", "/new?x=1#top"));
    stub("/new", ok("here"));
    Fetched fetched = (Fetched) fetch("/old", TestSource.ROBOTS);
    assertThat(fetched.response().url()).hasToString(BOARD + "/new?x=1");
  }

  @Test
  void sixRedirectsAreTooMany() {
    for (int i = 0; i < 7; i++)
      stub("/r" + i, aResponse().withStatus(302).withHeader("Location", "/r" + (i + 1)));
    stub("/r5", ok("five hops"));
    assertThat(fetch("/r0", TestSource.TERMS)).isInstanceOf(Fetched.class);
    stub("/r5", aResponse().withStatus(302).withHeader("Location", "/r6"));
    assertThat(fetch("/r0", TestSource.TERMS)).returns(Kind.UNACCEPTABLE, FetchFixture::kind);
    server.verify(0, getRequestedFor(urlEqualTo("/r6")));
  }

  @Test
  void aRedirectToALoginPageIsALoginWall() {
    stub("/x", aResponse().withStatus(302).withHeader("Location", "/login?next=%2Fx"));
    assertThat(fetch("/x", TestSource.ROBOTS)).returns(Kind.LOGIN_REQUIRED, FetchFixture::kind);
    server.verify(0, getRequestedFor(urlEqualTo("/login?next=%2Fx")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:{port}/inside",
        "http://localhost:{port}/inside",
        "http://2130706433:{port}/inside",
        "http://[::1]:{port}/inside",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "file:///etc/passwd",
        "ftp://board.example/x",
        "http://user:pass@other.example/",
      })
  void noRedirectLeadsInside(String target) {
    String location = target.replace("{port}", String.valueOf(server.port()));
    stub("/inside", ok("private"));
    stub("/x", aResponse().withStatus(302).withHeader("Location", location));
    assertThat(fetch("/x", TestSource.TERMS)).returns(Kind.UNACCEPTABLE, FetchFixture::kind);
    server.verify(0, getRequestedFor(urlEqualTo("/inside")));
  }

  @Test
  void theFirstRequestIsKeptFromInsideToo() {
    stub("/inside", ok("private"));
    String url = "http://127.0.0.1:" + server.port() + "/inside";
    assertThat(fetcher.fetch(TestSource.get(url), TestSource.TERMS.build(), Validators.NONE))
        .returns(Kind.UNACCEPTABLE, FetchFixture::kind);
    server.verify(0, getRequestedFor(urlEqualTo("/inside")));
  }

  @Test
  void aRedirectToAnotherHostAsksThatHostsRobots() {
    stub(
        "/x",
        aResponse().withStatus(302).withHeader("Location", "https://other.example/private/y"));
    server.stubFor(
        get(urlEqualTo("/robots.txt"))
            .withHost(equalTo("other.example"))
            .willReturn(ok("User-agent: *\nDisallow: /private/\n")));
    assertThat(fetch("/x", TestSource.ROBOTS))
        .returns(Kind.NOT_ALLOWED, FetchFixture::kind)
        .extracting(FetchFixture::stop)
        .satisfies(
            refused ->
                assertThat(refused.text())
                    .contains("other.example")
                    .contains("/private/y")
                    .contains("Disallow: /private/"));
    server.verify(0, getRequestedFor(urlEqualTo("/private/y")));
  }

  @Test
  void anInstanceForOthersNeedsAContact() {
    FetchSettings shown =
        new FetchSettings(
            "0.1.0",
            Optional.of(" "),
            false,
            Map.of("board.example", URI.create(server.baseUrl())),
            Optional.empty(),
            Secrets.NONE,
            time,
            time.pause(),
            Parking.NONE);
    try (Fetcher open = new Fetcher(shown)) {
      assertThat(
              open.fetch(TestSource.get(BOARD + "/x"), TestSource.ROBOTS.build(), Validators.NONE))
          .returns(Kind.NOT_ALLOWED, FetchFixture::kind)
          .extracting(FetchFixture::stop)
          .satisfies(refused -> assertThat(refused.text()).contains("set contact"));
    }
    server.verify(0, getRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSION", "EXPORT", "APP", "CLOSED"})
  void whatIsNotForCrawlersIsNotFetched(Access access) {
    assertThat(fetch("/x", TestSource.TERMS.access(access)))
        .returns(Kind.NOT_ALLOWED, FetchFixture::kind);
    server.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void headersThatWouldDisguiseUsAreNotAllowed() {
    for (Map<String, String> headers :
        List.of(Map.of("Cookie", "a=1"), Map.of("User-Agent", "Mozilla/5.0"), Map.of("HOST", "x")))
      assertThat(fetch("/x", TestSource.TERMS.headers(headers)))
          .returns(Kind.NOT_ALLOWED, FetchFixture::kind);
    server.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void onlyGetAndPostAreSent() {
    PageRequest delete =
        new PageRequest(
            URI.create(BOARD + "/x"), "DELETE", Optional.empty(), Map.of(), new PageKind.Listing());
    assertThat(fetcher.fetch(delete, TestSource.TERMS.build(), Validators.NONE))
        .returns(Kind.NOT_ALLOWED, FetchFixture::kind);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    server.stop();
    assertThat(fetch("/x", TestSource.TERMS)).returns(Kind.UNAVAILABLE, FetchFixture::kind);
  }

  @Test
  void namesThatDoNotExistAreUnavailable() {
    try (Fetcher lost =
        new Fetcher(FetchSettings.personal("0.1.0", Secrets.NONE), new StubNames(Map.of()))) {
      assertThat(
              lost.fetch(
                  TestSource.get("https://nowhere.example/"),
                  TestSource.TERMS.build(),
                  Validators.NONE))
          .returns(Kind.UNAVAILABLE, FetchFixture::kind)
          .extracting(FetchFixture::stop)
          .satisfies(gone -> assertThat(gone.text()).contains("nowhere.example is not found"));
    }
  }

  @Test
  void aNameThatTurnsPrivateIsRefusedAtConnectTime() {
    stub("/inside", ok("private"));
    StubNames names = new StubNames(Map.of("rebound.example", "127.0.0.1"));
    try (Fetcher careful = new Fetcher(FetchSettings.personal("0.1.0", Secrets.NONE), names)) {
      String url = "http://rebound.example:" + server.port() + "/inside";
      assertThat(careful.fetch(TestSource.get(url), TestSource.TERMS.build(), Validators.NONE))
          .returns(Kind.UNACCEPTABLE, FetchFixture::kind);
    }
    server.verify(0, getRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @CsvSource({"https://a.example/(x)", "'a@b.example\r\nX: 1'", "ünïcode@b.example"})
  void aContactThatBreaksTheHeaderIsRefused(String contact) {
    assertThatThrownBy(
            () ->
                new FetchSettings(
                    "0.1.0",
                    Optional.of(contact),
                    true,
                    Map.of(),
                    Optional.empty(),
                    Secrets.NONE,
                    Clock.systemUTC(),
                    Pause.SLEEP,
                    Parking.NONE))
        .hasMessageContaining("plain URL or e-mail");
  }

  @Test
  void rateLimitedHostsAreLeftAloneUntilTheyHaveSaid() {
    stub("/x", aResponse().withStatus(429).withHeader("Retry-After", "600"));
    stub("/y", ok("y"));
    assertThat(fetch("/x", TestSource.TERMS))
        .isEqualTo(new FetchOutcome.Stopped(RateLimits.stop(Duration.ofMinutes(10), 429)));
    time.advance(Duration.ofMinutes(4));
    assertThat(fetch("/y", TestSource.TERMS))
        .isEqualTo(new FetchOutcome.Stopped(RateLimits.stop(Duration.ofMinutes(6), 429)));
    server.verify(0, getRequestedFor(urlEqualTo("/y")));
    time.advance(Duration.ofMinutes(6));
    assertThat(fetch("/y", TestSource.TERMS)).isInstanceOf(Fetched.class);
  }

  @Test
  void theLastAllowedRequestIsFollowedByAWaitUntilReset() {
    stub(
        "/x",
        ok("x").withHeader("x-ratelimit-remaining", "0.0").withHeader("x-ratelimit-reset", "31"));
    fetch("/x", TestSource.TERMS);
    assertThat(fetch("/x", TestSource.TERMS)).isInstanceOf(Fetched.class);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(31));
  }
}
