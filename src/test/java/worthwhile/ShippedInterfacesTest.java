package worthwhile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/** Shipped definitions of interfaces, crawled against servers that answer with their fixtures. */
class ShippedInterfacesTest {
  private static final Path SCRAPERS = Path.of("scrapers");
  private static final List<String> HOSTS =
      List.of(
          "www.oneforma.com",
          "work.mercor.com",
          "app.outlier.ai",
          "api.telusinternational.ai",
          "www.kaggle.com",
          "sproutgigs.com",
          "www.upwork.com",
          "api.upwork.com",
          "data.usajobs.gov",
          "api.adzuna.com");
  private static final String SECRETS =
      """
      KAGGLE_USERNAME = "me"
      KAGGLE_KEY = "hush"
      SPROUTGIGS_USER_ID = "me"
      SPROUTGIGS_API_SECRET = "hush"
      UPWORK_CLIENT_ID = "me"
      UPWORK_CLIENT_SECRET = "hush"
      UPWORK_REFRESH_TOKEN = "again"
      USAJOBS_EMAIL = "me@example.org"
      USAJOBS_KEY = "hush"
      ADZUNA_APP_ID = "me"
      ADZUNA_APP_KEY = "hush"
      """;

  @TempDir private Path folder;
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().gzipDisabled(true));
  private Instance instance;

  @BeforeEach
  void open() throws IOException {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("secrets.toml"), SECRETS);
    String map =
        HOSTS.stream()
            .map(host -> host + "=http://127.0.0.1:" + server.port())
            .collect(Collectors.joining(" "));
    Map<Settings.Key, String> given =
        Map.of(Settings.Key.DATA, data.toString(), Settings.Key.MAP, map, Settings.Key.DELAY, "0");
    instance =
        Instance.open(
            Settings.read(given, Map.of(), folder.resolve("none.toml")),
            Sources.load(SCRAPERS),
            Clock.systemUTC());
  }

  @AfterEach
  void close() {
    instance.close();
    server.stop();
  }

  private Run crawl(String source) {
    return instance
        .visits(instance.tail().follower())
        .visit(instance.sources().byId(source).orElseThrow(), false);
  }

  private static String fixture(String source, String name) {
    return fixture("%1$s/fixtures/%1$s/%2$s".formatted(source, name));
  }

  private static String fixture(String file) {
    try {
      return Files.readString(SCRAPERS.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void answer(MappingBuilder request, String body) {
    server.stubFor(request.atPriority(5).willReturn(okJson(body)));
  }

  private List<String> kept(String source) {
    return instance.store().postings().notClosed(source).stream()
        .map(posting -> posting.job().identifier())
        .toList();
  }

  @Test
  void oneFormaIsReadToTheNumberOfPagesThatItTells() {
    server.stubFor(
        get(urlPathEqualTo("/wp-json/wp/v2/job"))
            .willReturn(
                okJson(fixture("oneforma", "listing.json")).withHeader("X-WP-TotalPages", "1")));
    Run run = crawl("oneforma");
    assertThat(run.outcome()).isEqualTo("items");
    assertThat(run.requests()).isOne();
    assertThat(run.added()).isEqualTo(6);
    server.verify(
        getRequestedFor(urlPathEqualTo("/wp-json/wp/v2/job"))
            .withQueryParam("per_page", equalTo("100"))
            .withQueryParam("_embed", equalTo("wp:term")));
  }

  @Test
  void mercorIsReadFromTheSitemapAndEachListingsPage() {
    server.stubFor(
        get(urlPathEqualTo("/sitemap.xml"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/xml")
                    .withBody(fixture("mercor", "listing.xml"))));
    server.stubFor(
        get(urlPathMatching("/jobs/.*0001/.*"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html")
                    .withBody(fixture("mercor", "detail.html"))));
    Run run = crawl("mercor");
    assertThat(run.outcome()).isEqualTo("items");
    assertThat(run.requests()).as("the sitemap and three pages").isEqualTo(4);
    var read = instance.store().postings().byId("mercor:list_AAABinvented0000000000001");
    assertThat(read.orElseThrow().job().title()).isEqualTo("Beekeeper – answer reviewer");
    assertThat(read.orElseThrow().job().baseSalary().maxValue()).isEqualByComparingTo("5");
    var unread = instance.store().postings().byId("mercor:list_AAABinvented-0000000_0002");
    assertThat(unread.orElseThrow().job().title()).isEqualTo("court interpreter welsh english");
  }

  @Test
  void outlierAndTelusAreAskedByPost() {
    answer(
        post(urlPathEqualTo("/internal/experts/job-board/jobs")), fixture("outlier", "empty.json"));
    answer(
        post(urlPathEqualTo("/internal/experts/job-board/jobs"))
            .withRequestBody(matchingJsonPath("$[?(@.page == 1)]")),
        fixture("outlier", "listing.json"));
    assertThat(crawl("outlier").added()).isEqualTo(3);
    server.verify(
        postRequestedFor(urlPathEqualTo("/internal/experts/job-board/jobs"))
            .withRequestBody(equalToJson("{\"page\": 2, \"pageSize\": 100}")));
    answer(post(urlPathEqualTo("/apapi/v1/list-job-posts")), fixture("telus-ai", "empty.json"));
    answer(
        post(urlPathEqualTo("/apapi/v1/list-job-posts"))
            .withRequestBody(matchingJsonPath("$[?(@.page == 1)]")),
        fixture("telus-ai", "listing.json"));
    assertThat(crawl("telus-ai").added()).isEqualTo(4);
    assertThat(
            Stream.of("outlier", "telus-ai").map(id -> instance.sources().byId(id).orElseThrow()))
        .as("not before the operator has read the terms")
        .allSatisfy(
            source -> assertThat(instance.whyNotCrawled(source)).hasValueSatisfying(this::isOff));
  }

  private void isOff(String why) {
    assertThat(why).contains("off until switched on");
  }

  @Test
  void kaggleAndSproutGigsWantUserAndPassword() {
    answer(
        get(urlPathEqualTo("/api/v1/competitions/list")).withBasicAuth("me", "hush"),
        fixture("kaggle", "listing.json"));
    assertThat(crawl("kaggle").added()).isEqualTo(5);
    assertThat(kept("kaggle")).doesNotContain("90004");
    answer(
        get(urlPathEqualTo("/api/gigs/get-gigs.php")).withBasicAuth("me", "hush"),
        fixture("sproutgigs", "empty.json"));
    answer(
        get(urlPathEqualTo("/api/gigs/get-gigs.php"))
            .withBasicAuth("me", "hush")
            .withRequestBody(
                equalToJson("{\"page\": 1, \"results_per_page\": 100, \"order\": \"newest\"}")),
        fixture("sproutgigs", "listing.json"));
    Run run = crawl("sproutgigs");
    assertThat(run.outcome()).isEqualTo("items");
    assertThat(run.requests()).isEqualTo(2);
    assertThat(kept("sproutgigs")).as("gigs are no tasks").isEmpty();
    assertThat(instance.store().forumPosts().newest("sproutgigs", 9)).hasSize(3);
  }

  @Test
  void upworkIsAskedWithATokenGotByTheOperatorsOwn() {
    answer(
        post(urlPathEqualTo("/api/v3/oauth2/token")),
        "{\"access_token\":\"t-1\",\"expires_in\":86400}");
    answer(
        post(urlPathEqualTo("/graphql"))
            .withHeader("Authorization", equalTo("Bearer t-1"))
            .withRequestBody(
                matchingJsonPath("$.variables.filter.pagination_eq.after", equalTo("0"))),
        fixture("upwork", "listing.json"));
    answer(
        post(urlPathEqualTo("/graphql"))
            .withHeader("Authorization", equalTo("Bearer t-1"))
            .withRequestBody(
                matchingJsonPath("$.variables.filter.pagination_eq.after", equalTo("50"))),
        fixture("upwork", "listing-last.json"));
    Run run = crawl("upwork");
    assertThat(run.outcome()).isEqualTo("items");
    assertThat(run.added()).isEqualTo(5);
    assertThat(run.requests()).isEqualTo(2);
  }

  @Test
  void usaJobsAndAdzunaGetTheirKeysWhereTheyWantThem() {
    answer(
        get(urlPathEqualTo("/api/search"))
            .withQueryParam("Page", equalTo("1"))
            .withHeader("User-Agent", equalTo("me@example.org"))
            .withHeader("Authorization-Key", equalTo("hush")),
        fixture("usajobs", "listing.json"));
    answer(
        get(urlPathEqualTo("/api/search")).withQueryParam("Page", equalTo("2")),
        fixture("usajobs", "empty.json"));
    assertThat(crawl("usajobs").added()).isEqualTo(6);
    answer(
        get(urlPathEqualTo("/v1/api/jobs/gb/search/1"))
            .withQueryParam("app_id", equalTo("me"))
            .withQueryParam("app_key", equalTo("hush")),
        fixture("families/fixtures/adzuna/listing.json"));
    assertThat(crawl("adzuna").added()).isEqualTo(4);
  }
}
