package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.crawl.BulkImport;
import worthwhile.crawl.Visits;
import worthwhile.pay.money.RateTable;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/** A listing that shows the same to the byte is not read again, and all is as if it were. */
class SameListingTest {
  @TempDir private Path folder;
  private final HandClock clock = new HandClock(Instant.parse("2026-11-20T12:00:00Z"));
  private Board board;
  private Instance instance;
  private Visits visits;
  private SourceDefinition source;

  @BeforeEach
  void open() throws IOException {
    board = new Board();
    open(sources("a"));
    shows("1", "2");
  }

  private void open(Sources sources) {
    source = sources.byId("board").orElseThrow();
    Map<Settings.Key, String> given =
        Map.of(
            Settings.Key.DATA, folder.resolve("data").toString(),
            Settings.Key.MAP, board.mapping(),
            Settings.Key.DELAY, "0");
    Settings settings = Settings.read(given, Map.of(), folder.resolve("none.toml"));
    instance = Instance.open(settings, sources, clock);
    visits = instance.visits(instance.tail().follower());
  }

  private void reopen(Sources sources) {
    instance.close();
    open(sources);
  }

  /** What the store knows of the listing for whoever reads as this instance does. */
  private Optional<String> known() {
    String basis =
        Version.build()
            + " "
            + instance.sources().identity()
            + " "
            + instance.store().rateTables().identity();
    return instance.store().knownListings().find("board", basis);
  }

  private Sources sources(String title) throws IOException {
    Path scrapers = Files.createDirectories(folder.resolve("scrapers/board")).getParent();
    Files.writeString(
        scrapers.resolve("board/platform.yml"),
        "id: board\nname: Board\nkind: board\nstatus: open\naccess: public\n");
    Files.writeString(
        scrapers.resolve("board/board.source.yml"),
        """
        schema: 1
        id: board
        name: Board
        emits: JobPosting
        homepage: https://board.example/
        maintainers: [worthwhile]
        about: {operator: Board, access: public, official-api: none, checked: 2026-11-01}
        locale: en-US
        timezone: UTC
        fetch: {every: 30m, delay: 5s}
        listing:
          url: https://board.example/jobs
          format: html
          rows: li
          fields:
            identifier: {attr: id}
            url: {css: a, attr: href}
            title: {css: %s}
            datePosted: {css: .since}
            validThrough: {css: .ends}
        contract: {rows: [1, 50], always: [identifier, title, url], tolerate: 3}
        """
            .formatted(title));
    Sources sources = Sources.load(scrapers);
    assertThat(sources.problems()).isEmpty();
    return sources;
  }

  @AfterEach
  void close() {
    instance.close();
    board.close();
  }

  private void shows(String... ids) {
    String rows =
        List.of(ids).stream()
            .map(
                id ->
                    ("<li id=\"%s\"><a href=\"/jobs/%s\">Label the street signs of town %s</a>"
                            + "<b>Signs %s</b><i class=since>2 days ago</i>"
                            + "<i class=ends>3 days left</i></li>")
                        .formatted(id, id, id, id))
            .collect(Collectors.joining("", "<html><body><ul>", "</ul></body></html>"));
    board.answersOnly(200, "text/html", rows);
  }

  private Run visit() {
    clock.move(Duration.ofHours(1));
    return visits.visit(source, false);
  }

  private Posting posting(String id) {
    return instance.store().postings().byId("board:" + id).orElseThrow();
  }

  @Test
  void whatIsNotReadAgainIsSeenCountedAndNotDatedAnew() {
    visit();
    Posting before = posting("1");
    long revision = instance.store().postings().revision();

    Run again = visit();

    assertThat(again.outcome()).isEqualTo("unchanged");
    assertThat(again.items()).isEqualTo(2);
    assertThat(again.requests()).isEqualTo(1);
    assertThat(again.added() + again.changed() + again.gone() + again.rejected()).isZero();
    assertThat(instance.store().runs().byId(again.id())).contains(again);
    assertThat(posting("1").job()).isEqualTo(before.job());
    assertThat(posting("1").standing().lastSeen()).isEqualTo(clock.instant());
    assertThat(instance.store().postings().revision()).isEqualTo(revision);
    assertThat(instance.store().bodies().ofRun(again.id())).hasSize(1);
  }

  @Test
  void afterADayItIsReadAllTheSame() {
    visit();
    Instant ends = posting("1").job().validThrough();
    visit();
    assertThat(posting("1").job().validThrough()).isEqualTo(ends);

    // An end that moves by less than two days is not noticed.
    clock.move(Duration.ofHours(71));

    assertThat(visit().changed()).isEqualTo(2);
    assertThat(posting("1").job().validThrough()).isAfter(ends);
  }

  @Test
  void whatDiffersIsReadWithoutAskingTwice() {
    visit();
    visit();
    shows("1", "2", "3");

    Run run = visit();

    assertThat(run.outcome()).isEqualTo("items");
    assertThat(run.added()).isEqualTo(1);
    assertThat(run.requests()).isEqualTo(1);
    assertThat(visit().outcome()).isEqualTo("unchanged");
  }

  @Test
  void whatIsMissingClosesThoughThePageStaysAsItIs() {
    visit();
    shows("1");
    assertThat(visit().gone()).isEqualTo(1);
    assertThat(posting("2").state()).isEqualTo(PostingState.MISSING);

    visit();

    assertThat(posting("2").state()).isEqualTo(PostingState.CLOSED);
    assertThat(visit().outcome()).isEqualTo("unchanged");
    assertThat(posting("1").state()).isEqualTo(PostingState.OPEN);
  }

  @Test
  void whatCameIntoTheStoreOtherwiseIsComparedWithThePage() throws IOException {
    visit();
    String other = "{\"source\":\"board\",\"identifier\":\"9\",\"title\":\"Not on the page\"}";
    new BulkImport(instance.tail(), clock).read(new BufferedReader(new StringReader(other)), false);

    assertThat(visit().gone()).isEqualTo(1);
    assertThat(posting("9").state()).isEqualTo(PostingState.MISSING);
  }

  @Test
  void anotherDefinitionReadsAnew() throws IOException {
    visit();
    reopen(sources("b"));
    assertThat(known()).isEmpty();

    assertThat(visit().changed()).isEqualTo(2);
    assertThat(posting("1").job().title()).isEqualTo("Signs 1");
    assertThat(known()).isPresent();
  }

  @Test
  void anotherProcessGoesByWhatThisOneRead() throws IOException {
    visit();
    Optional<String> read = known();
    assertThat(read).isPresent();
    reopen(sources("a"));

    Run again = visit();

    assertThat(again.outcome()).isEqualTo("unchanged");
    assertThat(again.items()).isEqualTo(2);
    assertThat(known()).as("nothing was read anew").isEqualTo(read);
    assertThat(posting("1").standing().lastSeen()).isEqualTo(clock.instant());
    clock.move(Duration.ofHours(24));
    visit();
    assertThat(known()).isPresent().isNotEqualTo(read);
  }

  @Test
  void newerRatesReadAnewAndHavingAskedForThemDoesNot() {
    visit();
    Optional<String> read = known();
    instance.store().rateTables().keep(List.of(), clock.instant());
    visit();
    assertThat(known()).isEqualTo(read);
    RateTable newer = RateTable.of(LocalDate.parse("2026-11-19"), "USD=1.1 KES=142.5");
    instance.store().rateTables().keep(List.of(newer), clock.instant());
    assertThat(known()).isEmpty();

    visit();

    assertThat(known()).isPresent().isNotEqualTo(read);
  }

  @Test
  void whatIsBelievedOnAPersonsWordIsRead() {
    visit();
    Optional<String> read = known();
    clock.move(Duration.ofHours(1));

    visits.visit(source, true);

    assertThat(known()).isPresent().isNotEqualTo(read);
  }

  @Test
  void ofAListingThatWasNotReadToItsEndNothingIsKnown() {
    visit();
    shows();
    visit();
    assertThat(known()).isEmpty();
  }

  @Test
  void aFailureIsAFailure() {
    visit();
    board.answersOnly(500, "text/plain", "oops");
    assertThat(visit().outcome()).isEqualTo("unavailable");
    shows("1", "2");
    assertThat(visit().outcome()).isEqualTo("unchanged");
  }
}
