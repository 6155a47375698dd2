package worthwhile.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.fetch.FetchOutcome.Fetched;
import worthwhile.source.PageRequest;
import worthwhile.source.Requests;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;
import worthwhile.source.read.Sources;

/** What documented interfaces ask of whoever calls them, as definitions declare it. */
class InterfacesTest extends FetchFixture {
  private static final String BASIC = "Basic bWU6aHVzaC1odXNo";

  @TempDir private Path folder;

  @BeforeEach
  void keys() {
    secrets.put("USER", "me");
    secrets.put("KEY", "hush-hush");
    secrets.put("REFRESH", "r-1 +");
  }

  private SourceDefinition source(String fetch, String listing) {
    try {
      Path file = folder.resolve("board/board.source.yml");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          """
          schema: 1
          id: board
          name: Board
          emits: JobPosting
          homepage: https://board.example/
          maintainers: [ada]
          secrets: [USER, KEY, REFRESH]
          about: {access: key}
          locale: en-US
          timezone: UTC
          fetch: {every: 1h, delay: 1s%s}
          contract: {rows: [0, 100]}
          listing:
            format: json
            rows: /jobs
            fields: {identifier: {json: /id}, title: {json: /title}}
          %s"""
              .formatted(fetch, listing.indent(2)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Sources sources = Sources.load(folder);
    assertThat(sources.problems()).isEmpty();
    return sources.byId("board").orElseThrow();
  }

  private FetchOutcome first(SourceDefinition source) {
    PageRequest request =
        Requests.first(source, Set.copyOf(secrets.keySet()), time.instant()).orElseThrow();
    return fetcher.fetch(request, source, Validators.NONE);
  }

  private FetchOutcome page(SourceDefinition source, int number) {
    PageRequest request =
        Requests.numbered(
                source.listing().ask().orElseThrow(),
                source,
                number,
                java.util.Map.of(),
                time.instant())
            .orElseThrow();
    return fetcher.fetch(request, source, Validators.NONE);
  }

  private SourceDefinition basic() {
    return source(", auth: {user: USER, password: KEY}", "url: https://board.example/x");
  }

  // --- HTTP Basic

  @Test
  void userAndPasswordGoToTheirOwnHostAndToNoOther() {
    stub("/x", aResponse().withStatus(302).withHeader("Location", "https://other.example/y"));
    stub("/y", okJson("{\"jobs\":[]}"));
    SourceDefinition source = basic();
    assertThat(first(source)).isInstanceOf(Fetched.class);
    server.verify(getRequestedFor(urlEqualTo("/x")).withHeader("Authorization", equalTo(BASIC)));
    server.verify(getRequestedFor(urlEqualTo("/y")).withHeader("Authorization", absent()));
    fetcher.fetch(
        PageRequest.get(URI.create("https://other.example/y?found=on-a-page")),
        source,
        Validators.NONE);
    server.verify(
        getRequestedFor(urlEqualTo("/y?found=on-a-page")).withHeader("Authorization", absent()));
  }

  @Test
  void aPasswordThatIsNotAcceptedIsNamedAndNotShown() {
    stub("/x", aResponse().withStatus(401).withBody("{\"message\":\"hush-hush is wrong\"}"));
    assertThat(first(basic()))
        .isEqualTo(
            new FetchOutcome.Stopped(
                new Stop(
                    Kind.NOT_ALLOWED,
                    "board.example does not accept the key: check secrets USER, KEY")));
    secrets.remove("KEY");
    assertThat(fetcher.fetch(request("/x"), basic(), Validators.NONE).toString()).contains("KEY");
  }

  private static PageRequest request(String path) {
    return PageRequest.get(URI.create(BOARD + path));
  }

  // --- a body on GET

  @Test
  void aGetCarriesItsBodyToItsOwnHostOnly() {
    stub("/x", okJson("{\"jobs\":[]}"));
    SourceDefinition source =
        source(
            ", auth: {user: USER, password: KEY}",
            """
            url: https://board.example/x
            body: '{"page": {page}, "results_per_page": {size}}'
            pages: {first: 1, last: 3, size: 10}
            """);
    assertThat(page(source, 2)).isInstanceOf(Fetched.class);
    server.verify(
        getRequestedFor(urlEqualTo("/x"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(equalToJson("{\"page\": 2, \"results_per_page\": 10}")));
    stub("/x", aResponse().withStatus(302).withHeader("Location", "https://other.example/y"));
    stub("/y", okJson("{\"jobs\":[]}"));
    page(source, 3);
    server.verify(getRequestedFor(urlEqualTo("/y")).withRequestBody(absent()));
  }

  // --- past the last page

  @Test
  void aStatusThatMeansPastTheEndIsContentFromTheSecondPageOn() {
    SourceDefinition source =
        source(
            "",
            """
            url: https://board.example/x?page={page}
            pages: {first: 1, last: 9, end-status: 400}
            """);
    stub("/x", aResponse().withStatus(400).withBody("{\"code\":\"invalid_page_number\"}"));
    assertThat(first(source)).returns(Kind.UNACCEPTABLE, FetchFixture::kind);
    assertThat(page(source, 2)).isInstanceOf(Fetched.class);
    stub("/x", aResponse().withStatus(400).withHeader("cf-mitigated", "challenge"));
    assertThat(page(source, 2)).as("a wall is no end").isNotInstanceOf(Fetched.class);
  }

  // --- too many requests

  private SourceDefinition patient() {
    return source(", wait-after-429: 10s", "url: https://board.example/x");
  }

  private void tooManyTimes(int times, ResponseDefinitionBuilder refusal) {
    for (int i = 0; i < times; i++)
      server.stubFor(
          get(urlPathEqualTo("/x"))
              .inScenario("429")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "asked " + i)
              .willReturn(refusal)
              .willSetStateTo("asked " + (i + 1)));
    server.stubFor(
        get(urlPathEqualTo("/x"))
            .inScenario("429")
            .whenScenarioStateIs("asked " + times)
            .willReturn(okJson("{\"jobs\":[]}")));
  }

  @Test
  void theDeclaredRestIsTakenAndTheSamePageAskedForAgain() {
    tooManyTimes(2, aResponse().withStatus(429));
    assertThat(first(patient())).isInstanceOf(Fetched.class);
    server.verify(3, getRequestedFor(urlEqualTo("/x")));
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  @Test
  void whatTheAnswerAsksForWeighsMoreThanWhatIsDeclared() {
    tooManyTimes(1, aResponse().withStatus(429).withHeader("Retry-After", "25"));
    assertThat(first(patient())).isInstanceOf(Fetched.class);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(25));
    server.resetAll();
    tooManyTimes(1, aResponse().withStatus(429).withHeader("Retry-After", "3600"));
    assertThat(first(patient()))
        .isEqualTo(new FetchOutcome.Stopped(RateLimits.stop(Duration.ofHours(1), 429)));
  }

  @Test
  void patienceEnds() {
    tooManyTimes(9, aResponse().withStatus(429));
    assertThat(first(patient())).returns(Kind.RATE_LIMITED, FetchFixture::kind);
    server.verify(4, getRequestedFor(urlEqualTo("/x")));
    server.resetAll();
    tooManyTimes(9, aResponse().withStatus(429));
    assertThat(first(source("", "url: https://board.example/x")))
        .returns(Kind.RATE_LIMITED, FetchFixture::kind);
    server.verify(1, getRequestedFor(urlEqualTo("/x")));
  }

  // --- OAuth 2 with a refresh token

  @Test
  void aRefreshTokenGetsATokenAndTheOneThatReplacesItIsUsedNext() {
    stub("/x", okJson("{\"jobs\":[]}"));
    server.stubFor(
        post(urlEqualTo("/token"))
            .willReturn(
                okJson("{\"access_token\":\"t-1\",\"expires_in\":600,\"refresh_token\":\"r-2\"}")));
    SourceDefinition source =
        source(
            ", auth: {token-url: 'https://other.example/token', client-id: USER, client-secret:"
                + " KEY, refresh-token: REFRESH}",
            "url: https://board.example/x");
    assertThat(first(source)).isInstanceOf(Fetched.class);
    server.verify(
        postRequestedFor(urlEqualTo("/token"))
            .withHeader("Authorization", equalTo(BASIC))
            .withRequestBody(equalTo("grant_type=refresh_token&refresh_token=r-1+%2B")));
    server.verify(
        getRequestedFor(urlEqualTo("/x")).withHeader("Authorization", equalTo("Bearer t-1")));
    time.advance(Duration.ofMinutes(10));
    first(source);
    server.verify(
        postRequestedFor(urlEqualTo("/token"))
            .withRequestBody(equalTo("grant_type=refresh_token&refresh_token=r-2")));
    secrets.remove("REFRESH");
    Optional<PageRequest> none =
        Requests.first(source, Set.copyOf(secrets.keySet()), time.instant());
    assertThat(none).as("without one of its secrets it is not asked").isEmpty();
  }
}
