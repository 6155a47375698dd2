package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.extract.Announcement;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/** The whole thread, from definitions to search, against a board that changes. */
class CrawlTest {
  @TempDir private Path folder;
  private Board board;
  private Instance instance;

  private static final List<Board.Row> ROWS =
      List.of(
          new Board.Row("1", "Transcribe a shop receipt", "Paper Trail", "$12.50 per hour"),
          new Board.Row("2", "Label street signs", "CityLab", "$9 per hour"),
          new Board.Row("3", "Rate search answers", "Askable", "$15 - $20 per hour"),
          new Board.Row("4", "Read ten sentences aloud", "Lingo", ""));

  @BeforeEach
  void open() throws IOException {
    board = new Board();
    board.shows(ROWS);
    Path scrapers = Board.definitions(folder.resolve("scrapers"));
    Map<Settings.Key, String> given =
        Map.of(
            Settings.Key.DATA, folder.resolve("data").toString(),
            Settings.Key.MAP, board.mapping(),
            Settings.Key.DELAY, "0");
    Settings settings = Settings.read(given, Map.of(), folder.resolve("none.toml"));
    Sources sources = Sources.load(scrapers);
    assertThat(sources.problems()).isEmpty();
    instance = Instance.open(settings, sources, java.time.Clock.systemUTC());
  }

  @AfterEach
  void close() {
    instance.close();
    board.close();
  }

  private List<Run> crawl() {
    List<Run> runs = new ArrayList<>();
    for (var source : instance.sources().all())
      runs.add(instance.visits(instance.tail().follower()).visit(source, false));
    return runs;
  }

  private SearchResult search(String word) {
    var parsed = SearchQuery.parse(Map.of("q", List.of(word)));
    return instance.index().search(((SearchQuery.Parsed.Valid) parsed).query());
  }

  /** On how many of the three sources the one task stands that the words find. */
  private int sources(String word) {
    SearchResult found = search(word);
    assertThat(found.total()).isEqualTo(1);
    return 1 + found.hits().getFirst().posting().standing().duplicates().size();
  }

  @Test
  void bringsEveryRowOfEveryFormIntoSearch() {
    assertThat(crawl())
        .allSatisfy(
            run -> {
              assertThat(run.outcome()).isEqualTo("items");
              assertThat(run.items()).isEqualTo(4);
              assertThat(run.added()).isEqualTo(4);
            });
    assertThat(sources("receipt")).isEqualTo(3);
    assertThat(search("receipt").hits().getFirst().posting().pay().median())
        .isEqualByComparingTo("12.5");
  }

  @Test
  void asksConditionallyAndWritesNothingWhenNothingChanged() {
    crawl();
    long revision = instance.store().postings().revision();
    board.forgetRequests();

    assertThat(crawl())
        .allSatisfy(
            run -> {
              assertThat(run.outcome()).isEqualTo("unchanged");
              assertThat(run.added() + run.changed() + run.gone()).isZero();
            });

    assertThat(board.requests(null)).isEqualTo(board.requests("If-None-Match")).isPositive();
    assertThat(instance.store().postings().revision()).isEqualTo(revision);
  }

  @Test
  void reportsExactlyWhatChanged() {
    crawl();
    board.shows(
        List.of(
            ROWS.get(0),
            new Board.Row("2", "Label street signs", "CityLab", "$11 per hour"),
            ROWS.get(3),
            new Board.Row("5", "Describe a photo", "Seen", "$8 per hour")));

    assertThat(crawl())
        .allSatisfy(
            run -> {
              assertThat(run.added()).isEqualTo(1);
              assertThat(run.changed()).isEqualTo(1);
              assertThat(run.gone()).isEqualTo(1);
            });
    assertThat(sources("photo")).isEqualTo(3);
    assertThat(crawl())
        .as("closing what was missing is not told twice")
        .allMatch(r -> r.gone() == 0);
  }

  @Test
  void anAnnouncedEndIsKeptWhenItIsShownNoMore() {
    crawl();
    assertThat(instance.store().announced().all()).isEmpty();
    board.announces("<div class=top-banner>The Board will close on 3 May 2027.</div>");

    assertThat(crawl())
        .filteredOn(run -> run.reason().isPresent())
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.source()).isEqualTo("board-html");
              assertThat(run.reason().get().text())
                  .endsWith("announces its end: “The Board will close on 3 May 2027.”");
            });
    board.shows(ROWS);
    crawl();
    assertThat(instance.store().announced().of("board"))
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.kind()).isEqualTo(Announcement.Kind.CLOSING);
              assertThat(entry.day()).contains(LocalDate.of(2027, 5, 3));
              assertThat(entry.url()).isEqualTo("https://board.example/jobs?page=1");
              assertThat(entry.firstSeen()).isEqualTo(entry.lastSeen());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "403, text/html, <title>Access denied</title>, blocked",
    "200, text/html, <title>Just a moment...</title><form id=challenge-form></form>, blocked",
    "404, text/html, <title>Not found</title>, gone",
    "500, text/plain, oops, unavailable",
    "429, text/plain, slow down, rate-limited",
    "200, text/html, <title>Brand new design</title><div>Hello</div>, drifted",
    "401, application/json, {}, login-required"
  })
  void aFailureIsNamedAndClosesNothing(int status, String type, String body, String outcome) {
    crawl();
    board.answersOnly(status, type, body);

    assertThat(crawl()).allSatisfy(run -> assertThat(run.outcome()).isEqualTo(outcome));
    assertThat(sources("receipt")).isEqualTo(3);
    assertThat(instance.store().postings().notClosed("board-json"))
        .hasSize(4)
        .allSatisfy(p -> assertThat(p.state().name()).isEqualTo("OPEN"));
  }

  @Test
  void aPostingAbsentTwiceIsClosedWithItsReason() {
    crawl();
    board.shows(ROWS.subList(0, 3));
    crawl();
    assertThat(instance.store().postings().byId("board-json:4").orElseThrow().state().name())
        .isEqualTo("MISSING");
    crawl();
    var closed = instance.store().postings().byId("board-json:4").orElseThrow();
    assertThat(closed.state().name()).isEqualTo("CLOSED");
    assertThat(closed.standing().stateReason().text()).contains("two complete runs");
    assertThat(search("sentences").total()).isZero();
  }

  @Test
  void theIndexCatchesUpByItselfAfterItWasLost() {
    crawl();
    assertThat(sources("receipt")).isEqualTo(3);
    instance.indexer().rebuild();
    assertThat(sources("receipt")).isEqualTo(3);
  }
}
