package worthwhile;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.search.SearchQuery;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/** A source whose terms let nothing be kept for more than a day without being read anew. */
class RetentionTest {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  @TempDir private Path folder;
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().gzipDisabled(true));
  private final MovedClock clock = new MovedClock();
  private Instance instance;

  /** A clock that is moved by hand. */
  private static final class MovedClock extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void open() throws IOException {
    server.start();
    Path board = Files.createDirectories(folder.resolve("scrapers/board"));
    for (String retention : List.of("retention: 24h", "")) {
      String id = retention.isEmpty() ? "free" : "board";
      Files.writeString(
          board.resolve(id + ".source.yml"),
          """
          schema: 1
          id: %s
          name: Board
          emits: JobPosting
          homepage: https://board.example/
          maintainers: [worthwhile]
          about: {access: public, official-api: "https://board.example/docs"}
          locale: en-US
          timezone: UTC
          fetch: {every: 1h, at-most: 8h}
          %s
          listing:
            url: https://board.example/jobs?page={page}
            pages: {first: 1, last: 2}
            format: json
            rows: /jobs
            fields:
              identifier: {json: /id}
              title: {json: /title}
              url: {template: "https://board.example/%s/{identifier}"}
          contract: {rows: [1, 50]}
          """
              .formatted(id, retention, id));
    }
    Map<Settings.Key, String> given =
        Map.of(
            Settings.Key.DATA,
            folder.resolve("data").toString(),
            Settings.Key.MAP,
            "board.example=http://127.0.0.1:" + server.port(),
            Settings.Key.DELAY,
            "0");
    Sources sources = Sources.load(folder.resolve("scrapers"));
    assertThat(sources.problems()).isEmpty();
    instance =
        Instance.open(Settings.read(given, Map.of(), folder.resolve("none.toml")), sources, clock);
  }

  @AfterEach
  void close() {
    instance.close();
    server.stop();
  }

  /** The newest four of a listing that goes on beyond the two pages that are read. */
  private void shows(int first) {
    for (int page = 1; page <= 2; page++) {
      int from = first + (page - 1) * 2;
      String jobs =
          IntStream.range(from, from + 2)
              .mapToObj(i -> "{\"id\":%d,\"title\":\"Sort letters, box %d\"}".formatted(i, i))
              .collect(Collectors.joining(",", "{\"jobs\":[", "]}"));
      server.stubFor(get(urlEqualTo("/jobs?page=" + page)).willReturn(okJson(jobs)));
    }
  }

  private Run crawl(String source) {
    return instance
        .visits(instance.tail().follower())
        .visit(instance.sources().byId(source).orElseThrow(), false);
  }

  private void later(int hours) {
    clock.now = START.plus(Duration.ofHours(hours));
  }

  private List<String> kept(String source) {
    return IntStream.range(1, 9)
        .mapToObj(i -> source + ":" + i)
        .filter(id -> instance.store().postings().byId(id).isPresent())
        .toList();
  }

  private long found() {
    var parsed = SearchQuery.parse(Map.of("q", List.of("letters")));
    return instance.index().search(((SearchQuery.Parsed.Valid) parsed).query()).total();
  }

  @Test
  void whatIsNotShownAnewGoesFromStoreIndexAndBodies() {
    shows(1);
    Run first = crawl("board");
    later(10);
    shows(3);
    Run second = crawl("board");
    assertThat(second.added()).isEqualTo(2);
    later(20);
    instance.keepToRetention();
    assertThat(kept("board")).hasSize(6);
    assertThat(found()).isEqualTo(6);
    later(25);
    instance.keepToRetention();
    assertThat(kept("board"))
        .as("3 and 4 were shown anew, though nothing about them had changed")
        .containsExactly("board:3", "board:4", "board:5", "board:6");
    assertThat(found()).isEqualTo(4);
    assertThat(instance.store().postings().history("board:1")).isEmpty();
    assertThat(instance.store().bodies().ofRun(first.id())).isEmpty();
    assertThat(instance.store().bodies().ofRun(second.id())).hasSize(2);
    later(35);
    instance.keepToRetention();
    assertThat(kept("board")).isEmpty();
    assertThat(found()).isZero();
    assertThat(instance.store().bodies().ofRun(second.id())).isEmpty();
    shows(3);
    assertThat(crawl("board").added()).as("nothing of it is remembered").isEqualTo(4);
  }

  @Test
  void othersKeepWhatTheyShowed() {
    shows(1);
    Run run = crawl("free");
    later(1000);
    instance.keepToRetention();
    assertThat(kept("free")).hasSize(4);
    assertThat(instance.store().bodies().ofRun(run.id())).hasSize(2);
  }

  @Test
  void aStepThatWasCutShortIsFinishedByTheNext() {
    shows(1);
    crawl("board");
    later(25);
    instance.store().postings().forget("board", START.plusSeconds(1), clock.now);
    assertThat(found()).as("killed before the index followed").isEqualTo(4);
    instance.indexer().catchUp();
    assertThat(kept("board")).isEmpty();
    assertThat(found()).isZero();
  }
}
