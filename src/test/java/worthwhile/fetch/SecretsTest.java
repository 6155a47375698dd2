package worthwhile.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import worthwhile.fetch.FetchOutcome.Fetched;
import worthwhile.source.Access;
import worthwhile.source.FetchRules.Auth;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

class SecretsTest extends FetchFixture {
  private static final String KEY = "s3cr3t +/\"&k";
  private static final String URL_KEY = "s3cr3t%20%2B%2F%22%26k";
  private static final String PLACE = "%7Bsecret:BOARD_KEY%7D";
  private static final Auth AUTH =
      new Auth.Token("https://other.example/token", "CLIENT_ID", "CLIENT_SECRET", Optional.empty());

  @BeforeEach
  void keys() {
    secrets.put("BOARD_KEY", KEY);
    secrets.put("CLIENT_ID", "me");
    secrets.put("CLIENT_SECRET", "hush-hush");
  }

  @Test
  void aMissingKeyIsNamedWithTheMend() {
    secrets.clear();
    TestSource source = TestSource.TERMS.access(Access.KEY).secrets("BOARD_KEY");
    assertThat(fetch("/x", source))
        .isEqualTo(
            new FetchOutcome.Stopped(
                new Stop(
                    Kind.NOT_ALLOWED,
                    "not allowed without a key: set secret BOARD_KEY (environment variable BOARD_KEY or"
                        + " data/secrets.toml)")));
    assertThat(fetch("/x?key=" + PLACE, TestSource.TERMS))
        .returns(Kind.NOT_ALLOWED, FetchFixture::kind);
    assertThat(fetch("/x", TestSource.TERMS.headers(Map.of("X-Key", "{secret:BOARD_KEY}"))))
        .returns(Kind.NOT_ALLOWED, FetchFixture::kind);
    assertThat(fetch("/x", TestSource.TERMS.auth(AUTH)))
        .returns(Kind.NOT_ALLOWED, FetchFixture::kind);
    server.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void placesAreFilledInOnlyWhenSent() {
    stub("/x", ok("x"));
    TestSource source = TestSource.TERMS.headers(Map.of("X-Key", "Key {secret:BOARD_KEY}"));
    Fetched fetched = (Fetched) fetch("/x?key=" + PLACE + "&page=1", source);
    assertThat(fetched.response().url()).hasToString(BOARD + "/x?key=" + PLACE + "&page=1");
    server.verify(
        getRequestedFor(urlEqualTo("/x?key=" + URL_KEY + "&page=1"))
            .withHeader("X-Key", equalTo("Key " + KEY)));
  }

  @Test
  void placesInBodiesFollowTheBodysOwnSyntax() {
    server.stubFor(post(anyUrl()).willReturn(okJson("{\"jobs\":[]}")));
    send("application/json", "{\"key\":\"{secret:BOARD_KEY}\"}");
    server.verify(
        postRequestedFor(anyUrl()).withRequestBody(equalToJson("{\"key\":\"s3cr3t +/\\\"&k\"}")));
    send("application/x-www-form-urlencoded", "a=1&key={secret:BOARD_KEY}");
    server.verify(
        postRequestedFor(anyUrl())
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withRequestBody(equalTo("a=1&key=" + URL_KEY)));
  }

  @ParameterizedTest
  @CsvSource({
    "403, blocked",
    "400, unacceptable",
    "404, gone",
    "401, login-required",
    "500, unavailable"
  })
  void noOutcomeRepeatsASecretThatTheServerEchoes(int status, String outcome) {
    stub(
        "/x",
        aResponse()
            .withStatus(status)
            .withBody("{\"message\":\"bad key s3cr3t%20%2B%2F%22%26k or s3cr3t +/\\\"&k\"}"));
    FetchOutcome met = fetch("/x?key=" + PLACE, TestSource.TERMS);
    assertThat(kind(met).word()).isEqualTo(outcome);
    assertThat(met.toString()).containsIgnoringCase("bad key").doesNotContainIgnoringCase("s3cr3t");
  }

  @Test
  void noLogLineShowsASecretHoweverFineTheLog() {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("worthwhile");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    Level rootBefore = root.getLevel();
    Level oursBefore = ours.getLevel();
    root.setLevel(Level.TRACE);
    ours.setLevel(Level.TRACE);
    try {
      token("t0k3n", 600);
      stub("/x", aResponse().withStatus(403).withBody(KEY));
      fetch(
          "/x?key=" + PLACE,
          TestSource.TERMS.auth(AUTH).headers(Map.of("X-Key", "{secret:BOARD_KEY}")));
    } finally {
      root.setLevel(rootBefore);
      ours.setLevel(oursBefore);
      root.detachAppender(lines);
    }
    assertThat(lines.list)
        .filteredOn(line -> line.getLoggerName().startsWith("worthwhile"))
        .isNotEmpty();
    // The stand-in server is on the other side of the wire: what it logs it was sent.
    assertThat(lines.list)
        .filteredOn(line -> !line.getLoggerName().contains("wiremock"))
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(
            line ->
                line.contains("s3cr3t") || line.contains("hush-hush") || line.contains("t0k3n"));
  }

  @Test
  void aRedirectThatEchoesASecretKeepsItHidden() {
    stub("/x", aResponse().withStatus(302).withHeader("Location", "/y?key=" + URL_KEY));
    stub("/y", ok("y"));
    Fetched fetched = (Fetched) fetch("/x?key=" + PLACE, TestSource.TERMS);
    assertThat(fetched.response().url()).hasToString(BOARD + "/y?key=" + PLACE);
    server.verify(getRequestedFor(urlEqualTo("/y?key=" + URL_KEY)));
  }

  @Test
  void noSecretFollowsARedirectToAnotherHost() {
    stub("/x", aResponse().withStatus(302).withHeader("Location", "https://other.example/y"));
    stub("/y", ok("y"));
    TestSource source =
        TestSource.TERMS.headers(Map.of("X-Key", "{secret:BOARD_KEY}", "X-Plain", "1"));
    assertThat(fetch("/x", source)).isInstanceOf(Fetched.class);
    server.verify(
        getRequestedFor(urlEqualTo("/y"))
            .withHeader("X-Key", absent())
            .withHeader("X-Plain", equalTo("1")));
    stub(
        "/x",
        aResponse().withStatus(302).withHeader("Location", "https://other.example/z?k=" + URL_KEY));
    assertThat(fetch("/x?key=" + PLACE, TestSource.TERMS))
        .isEqualTo(
            new FetchOutcome.Stopped(
                new Stop(
                    Kind.UNACCEPTABLE,
                    "a secret would go to other.example, which is not its own host")));
  }

  @Test
  void noSecretFollowsAnAddressFoundOnAPage() {
    stub("/next", ok("next"));
    TestSource source =
        TestSource.TERMS
            .headers(Map.of("X-Key", "{secret:BOARD_KEY}"))
            .asking("https://board.example/x?page={page}");
    assertThat(
            fetcher.fetch(
                TestSource.get("https://other.example/next"), source.build(), Validators.NONE))
        .isInstanceOf(Fetched.class);
    server.verify(getRequestedFor(urlEqualTo("/next")).withHeader("X-Key", absent()));
    fetch("/next", source);
    server.verify(getRequestedFor(urlEqualTo("/next")).withHeader("X-Key", equalTo(KEY)));
    assertThat(
            fetcher.fetch(
                TestSource.get("https://other.example/next?key=" + PLACE),
                source.build(),
                Validators.NONE))
        .returns(Kind.UNACCEPTABLE, FetchFixture::kind);
  }

  @Test
  void withTheOperatorsKeyTheTermsGovern() {
    stub("/robots.txt", ok("User-agent: *\nDisallow: /\n"));
    stub("/x", ok("x"));
    TestSource keyed = TestSource.ROBOTS.headers(Map.of("X-Key", "{secret:BOARD_KEY}"));
    assertThat(fetch("/x", TestSource.ROBOTS)).returns(Kind.NOT_ALLOWED, FetchFixture::kind);
    assertThat(fetch("/x", keyed)).isInstanceOf(Fetched.class);
  }

  @Test
  void noSecretTravelsUnprotected() {
    StubNames names = new StubNames(Map.of("plain.example", "203.0.113.9"));
    try (Fetcher careful = new Fetcher(settings(Optional.empty()), names)) {
      FetchOutcome met =
          careful.fetch(
              TestSource.get("http://plain.example/x?key=" + PLACE),
              TestSource.TERMS.build(),
              Validators.NONE);
      assertThat(met)
          .isEqualTo(
              new FetchOutcome.Stopped(
                  new Stop(
                      Kind.NOT_ALLOWED,
                      "a secret would travel unprotected to plain.example: use https")));
    }
  }

  @Test
  void aTokenIsAskedForOnceAndUsedUntilItEnds() {
    token("t-1", 600);
    stub("/x", ok("x"));
    for (int i = 0; i < 3; i++) assertThat(authorised("/x")).isInstanceOf(Fetched.class);
    String basic = Base64.getEncoder().encodeToString("me:hush-hush".getBytes(UTF_8));
    server.verify(
        1,
        postRequestedFor(urlEqualTo("/token"))
            .withHeader("Authorization", equalTo("Basic " + basic))
            .withRequestBody(equalTo("grant_type=client_credentials")));
    server.verify(
        3, getRequestedFor(urlEqualTo("/x")).withHeader("Authorization", equalTo("Bearer t-1")));
    time.advance(Duration.ofMinutes(10));
    token("t-2", 600);
    authorised("/x");
    server.verify(
        getRequestedFor(urlEqualTo("/x")).withHeader("Authorization", equalTo("Bearer t-2")));
  }

  @Test
  void aTokenThatIsNoLongerAcceptedIsRenewedOnce() {
    token("t-1", 600);
    server.stubFor(
        get(urlPathEqualTo("/x"))
            .withHeader("Authorization", equalTo("Bearer t-2"))
            .willReturn(ok("x")));
    server.stubFor(
        get(urlPathEqualTo("/x"))
            .withHeader("Authorization", equalTo("Bearer t-1"))
            .willReturn(aResponse().withStatus(401)));
    assertThat(authorised("/x")).returns(Kind.LOGIN_REQUIRED, FetchFixture::kind);
    server.verify(2, postRequestedFor(urlEqualTo("/token")));
    server.verify(2, getRequestedFor(urlEqualTo("/x")));
    token("t-2", 600);
    assertThat(authorised("/x")).isInstanceOf(Fetched.class);
    server.verify(3, postRequestedFor(urlEqualTo("/token")));
  }

  @Test
  void aKeyThatIsNotAcceptedIsNamedAndNotShown() {
    server.stubFor(
        post(urlEqualTo("/token")).willReturn(aResponse().withStatus(401).withBody("hush-hush")));
    FetchOutcome met = authorised("/x");
    assertThat(met).returns(Kind.NOT_ALLOWED, FetchFixture::kind);
    assertThat(met.toString()).contains("CLIENT_ID", "CLIENT_SECRET").doesNotContain("hush-hush");
  }

  @ParameterizedTest
  @CsvSource({"200, <html>", "200, '{\"token\":1}'", "503, x"})
  void withoutATokenNothingIsAsked(int status, String body) {
    server.stubFor(
        post(urlEqualTo("/token")).willReturn(aResponse().withStatus(status).withBody(body)));
    assertThat(authorised("/x")).returns(Kind.UNAVAILABLE, FetchFixture::kind);
    server.verify(0, getRequestedFor(urlEqualTo("/x")));
  }

  private FetchOutcome authorised(String path) {
    return fetch(path, TestSource.TERMS.access(Access.KEY).auth(AUTH));
  }

  private void token(String value, int seconds) {
    server.stubFor(
        post(urlEqualTo("/token"))
            .willReturn(
                okJson("{\"access_token\":\"" + value + "\",\"expires_in\":" + seconds + "}")));
  }

  private void send(String type, String body) {
    PageRequest request =
        new PageRequest(
            URI.create(BOARD + "/search"),
            "POST",
            Optional.of(body),
            Map.of("content-type", type),
            new PageKind.Listing());
    assertThat(fetcher.fetch(request, TestSource.TERMS.build(), Validators.NONE))
        .isInstanceOf(Fetched.class);
  }
}
