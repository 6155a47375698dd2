package worthwhile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/** A crawl of an interface that wants a user and a password, asks by body and ends with a 400. */
class KeyedCrawlTest {
  @TempDir private Path folder;
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().gzipDisabled(true));
  private Instance instance;

  @BeforeEach
  void open() throws IOException {
    server.start();
    Path board = Files.createDirectories(folder.resolve("scrapers/board"));
    Files.writeString(
        board.resolve("board.source.yml"),
        """
        schema: 1
        id: board
        name: Board
        emits: JobPosting
        homepage: https://board.example/
        maintainers: [worthwhile]
        secrets: [BOARD_USER, BOARD_PASSWORD]
        about: {access: key, official-api: "https://board.example/docs"}
        locale: en-US
        timezone: UTC
        fetch: {every: 1h, auth: {user: BOARD_USER, password: BOARD_PASSWORD}}
        listing:
          url: https://board.example/api/jobs
          body: '{"page": {page}}'
          pages: {first: 1, last: 9, end-status: 400}
          format: json
          rows: /jobs
          fields: {identifier: {json: /id}, title: {json: /title}}
        contract: {rows: [1, 50]}
        """);
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        data.resolve("secrets.toml"), "BOARD_USER = \"me\"\nBOARD_PASSWORD = \"hush\"\n");
    Map<Settings.Key, String> given =
        Map.of(
            Settings.Key.DATA,
            data.toString(),
            Settings.Key.MAP,
            "board.example=http://127.0.0.1:" + server.port(),
            Settings.Key.DELAY,
            "0");
    instance =
        Instance.open(
            Settings.read(given, Map.of(), folder.resolve("none.toml")),
            Sources.load(folder.resolve("scrapers")),
            Clock.systemUTC());
  }

  @AfterEach
  void close() {
    instance.close();
    server.stop();
  }

  private void shows(int rows) {
    server.resetMappings();
    server.stubFor(
        get(urlPathEqualTo("/api/jobs"))
            .atPriority(9)
            .willReturn(aResponse().withStatus(400).withBody("{\"code\":\"no_such_page\"}")));
    for (int page = 1; page <= 2; page++)
      server.stubFor(
          get(urlPathEqualTo("/api/jobs"))
              .withBasicAuth("me", "hush")
              .withRequestBody(matchingJsonPath("$[?(@.page == " + page + ")]"))
              .willReturn(okJson(jobs((page - 1) * 3, Math.min(rows, page * 3)))));
  }

  private static String jobs(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{\"id\":%d,\"title\":\"Sort letters, part %d\"}".formatted(i, i))
        .collect(Collectors.joining(",", "{\"jobs\":[", "]}"));
  }

  private Run crawl() {
    return instance
        .visits(instance.tail().follower())
        .visit(instance.sources().byId("board").orElseThrow(), false);
  }

  @Test
  void readsToTheEndAndKnowsThatItWasTheEnd() {
    shows(6);
    Run run = crawl();
    assertThat(run.outcome()).isEqualTo("items");
    assertThat(run.added()).isEqualTo(6);
    assertThat(run.requests()).isEqualTo(3);
    shows(5);
    assertThat(crawl().gone()).as("the listing was whole, so what is not there is gone").isOne();
  }

  @Test
  void aFirstPageThatIsRefusedIsNoEmptyListing() {
    shows(6);
    crawl();
    server.resetMappings();
    server.stubFor(get(urlPathEqualTo("/api/jobs")).willReturn(aResponse().withStatus(400)));
    Run refused = crawl();
    assertThat(refused.outcome()).isEqualTo("unacceptable");
    assertThat(refused.gone()).isZero();
  }

  @Test
  void withoutThePasswordNothingIsAsked() throws IOException {
    shows(6);
    Files.writeString(folder.resolve("data/secrets.toml"), "BOARD_USER = \"me\"\n");
    Run run = crawl();
    assertThat(run.outcome()).isEqualTo("not-allowed");
    assertThat(run.reason())
        .hasValueSatisfying(why -> assertThat(why.text()).contains("BOARD_PASSWORD"));
    server.verify(0, getRequestedFor(urlPathEqualTo("/api/jobs")));
  }
}
