package worthwhile.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.crawl.Crawl;
import worthwhile.crawl.FirstRequests;
import worthwhile.crawl.Progress;
import worthwhile.flow.Assessor;
import worthwhile.flow.Batch;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.source.Requests;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** Looking for refusals, announcements and rows in an HTML page takes one parse of it. */
class ParseOnceTest extends FetchFixture {
  private static final String HTML = "text/html; charset=utf-8";

  private final Map<String, Integer> parses = new TreeMap<>();
  @TempDir private Path folder;
  private SourceDefinition source;

  @BeforeEach
  void count() throws IOException {
    fetcher.close();
    fetcher =
        new Fetcher(
            settings(Optional.empty()),
            new StubNames(Map.of()),
            (html, address) -> {
              parses.merge(address.substring(BOARD.length()), 1, Integer::sum);
              return Jsoup.parse(html, address);
            });
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
        about: {access: public, official-api: none}
        locale: en-US
        timezone: UTC
        fetch: {every: 1h}
        listing:
          url: https://board.example/jobs?page={page}
          pages: {first: 1, last: 5}
          format: html
          rows: li
          empty: p.none
          blocked: ["#challenge"]
          fields: {identifier: {attr: id}, title: {css: a}, url: {css: a, attr: href}}
        detail:
          url: "https://board.example/job/{row:identifier}"
          format: html
          fields: {description: {css: p}}
        contract: {rows: [1, 50]}
        """);
    source = Sources.load(folder.resolve("scrapers")).byId("board").orElseThrow();
  }

  private void page(int number, String body) {
    server.stubFor(
        get(urlPathEqualTo("/jobs"))
            .withQueryParam("page", equalTo(String.valueOf(number)))
            .willReturn(aResponse().withHeader("Content-Type", HTML).withBody(body)));
  }

  private void job(int number) {
    stub(
        "/job/" + number,
        aResponse()
            .withHeader("Content-Type", HTML)
            .withBody(
                "<!doctype html><title>Job</title><p>Sort letters, part " + number + ".</p>"));
  }

  private static String rows(int... numbers) {
    StringBuilder page =
        new StringBuilder("<!doctype html><title>Jobs</title><h1>Closing soon, 2026</h1><ul>");
    for (int n : numbers)
      page.append("<li id=%1$d><a href=/job/%1$d>Letters %1$d</a>".formatted(n));
    return page.append("</ul>").toString();
  }

  private Crawl.Result crawl(Store store) {
    Crawl crawl =
        new Crawl(
            fetcher::fetch,
            store,
            new Tail(
                store,
                Normalise.plain(),
                Assessor.with(() -> HourlyPay.at(Rates.shipped())),
                () -> {},
                time),
            new Progress(),
            time);
    Instant now = time.instant();
    return crawl.run(
        source,
        Batch.newRun(),
        FirstRequests.of(Requests.first(source, Set.of(), now).orElseThrow()),
        false);
  }

  @Test
  void everyPageOfARunIsParsedOnce() {
    page(1, rows(1, 2));
    page(2, rows(3));
    page(3, "<!doctype html><title>Jobs</title><p class=none>No more</p>");
    for (int number = 1; number <= 3; number++) job(number);
    try (Store store = Store.open(TestDatabase.file(folder.resolve("x.db")), time)) {
      assertThat(crawl(store).run().added()).isEqualTo(3);
      assertThat(store.postings().byId("board:3").map(posting -> posting.job().description()))
          .contains("Sort letters, part 3.");
    }
    assertThat(parses)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "/jobs?page=1",
                1,
                "/jobs?page=2",
                1,
                "/jobs?page=3",
                1,
                "/job/1",
                1,
                "/job/2",
                1,
                "/job/3",
                1));
  }

  @Test
  void aRefusalIsParsedOnceWhetherItsStatusOrItsMarkSaysSo() {
    page(1, "<!doctype html><title>Jobs</title><h1 id=challenge>Wait</h1>");
    try (Store store = Store.open(TestDatabase.file(folder.resolve("x.db")), time)) {
      assertThat(crawl(store).outcome().word()).isEqualTo("blocked");
      assertThat(parses).containsExactly(Map.entry("/jobs?page=1", 1));
      server.stubFor(
          get(urlPathEqualTo("/jobs"))
              .willReturn(
                  aResponse()
                      .withStatus(403)
                      .withHeader("Content-Type", HTML)
                      .withBody("<!doctype html><title>Access denied</title>")));
      assertThat(crawl(store).outcome().word()).isEqualTo("blocked");
    }
    assertThat(parses).containsExactly(Map.entry("/jobs?page=1", 2));
  }
}
