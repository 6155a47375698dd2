package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.crawl.Visits;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.TestDatabase;
import worthwhile.store.source.Runs.Run;
import worthwhile.store.source.SourceStates;
import worthwhile.store.source.SourceStatesStateBuilder;

/** What breaks closes nothing, doubles nothing, and says so. */
class BrokenRunsTest {
  @TempDir private Path folder;
  private Board board;
  private Sources sources;
  private Instance instance;

  @BeforeEach
  void open() throws IOException {
    board = new Board();
    board.shows(rows(40));
    sources = Sources.load(Board.definitions(folder.resolve("scrapers")));
    assertThat(sources.problems()).isEmpty();
    instance = instance(Map.of());
  }

  private Instance instance(Map<Settings.Key, String> more) {
    Map<Settings.Key, String> given = new java.util.HashMap<>(more);
    given.putIfAbsent(Settings.Key.DATA, folder.resolve("data").toString());
    given.put(Settings.Key.MAP, board.mapping());
    given.put(Settings.Key.DELAY, "0");
    Settings settings = Settings.read(given, Map.of(), folder.resolve("none.toml"));
    return Instance.open(settings, sources, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    instance.close();
    board.close();
  }

  private static List<Board.Row> rows(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Board.Row("" + i, "Count boats in photo " + i, "Harbour", "$9 per hour"))
        .toList();
  }

  private SourceDefinition source(String form) {
    return sources.byId("board-" + form).orElseThrow();
  }

  private Run visit(String form) {
    return instance.visits(instance.tail().follower()).visit(source(form), false);
  }

  private long open(String form) {
    return instance.store().postings().notClosed("board-" + form).stream()
        .filter(posting -> posting.state().name().equals("OPEN"))
        .count();
  }

  // --- closing needs proof

  @Test
  void aPageThatStopsShortOfItsEndClosesNothing() {
    visit("html");
    board.cutsPagesOff(rows(40), 0.6);
    for (int i = 0; i < 3; i++) {
      Run run = visit("html");
      assertThat(run.outcome()).isEqualTo("partial");
      assertThat(run.reason().orElseThrow().text()).contains("stops short", "--accept");
    }
    assertThat(open("html")).isEqualTo(40);
    assertThat(instance.store().sourceStates().of("board-html").condition()).isEqualTo("failing");
    assertThat(instance.visits(instance.tail().follower()).visit(source("html"), true).outcome())
        .as("a person says that it is meant to end so")
        .isIn("items", "unchanged");
    assertThat(visit("html").outcome()).as("and from then on it may").isNotEqualTo("partial");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "feed", "html"})
  void aListedRowThatCannotBeReadIsSeen(String form) {
    visit(form);
    board.shows(untitled(rows(40), 9));
    for (int i = 0; i < 4; i++) {
      Run run = visit(form);
      assertThat(run.rejected()).isEqualTo(1);
      assertThat(run.gone()).isZero();
    }
    assertThat(open(form)).isEqualTo(40);
    board.shows(untitled(rows(39), 9));
    for (int i = 0; i < 2; i++) visit(form);
    assertThat(open(form)).as("what is not listed closes all the same").isEqualTo(39);
    board.shows(rows(39));
    assertThat(visit(form).outcome()).isEqualTo("unchanged");
  }

  @Test
  void aListedRowOfWhichNobodyKnowsWhatItIsLetsNothingCloseThatItMayBe() {
    visit("json");
    board.shows(nameless(rows(40), 9));
    for (int i = 0; i < 4; i++) assertThat(visit("json").rejected()).isEqualTo(1);
    assertThat(standing("json")).isEqualTo(40);
    board.shows(rows(40));
    visit("json");
    assertThat(open("json")).isEqualTo(40);
  }

  @Test
  void aRowThatNeverCouldBeReadKeepsNothingOpen() {
    board.shows(nameless(rows(40), 9));
    visit("json");
    board.shows(nameless(rows(35), 9));
    for (int i = 0; i < 2; i++) visit("json");
    assertThat(standing("json")).isEqualTo(34);
  }

  private static List<Board.Row> untitled(List<Board.Row> rows, int at) {
    Board.Row row = rows.get(at);
    return with(rows, at, new Board.Row(row.id(), "", row.requester(), row.pay()));
  }

  private static List<Board.Row> nameless(List<Board.Row> rows, int at) {
    Board.Row row = rows.get(at);
    return with(rows, at, new Board.Row("", row.title(), row.requester(), row.pay()));
  }

  private static List<Board.Row> with(List<Board.Row> rows, int at, Board.Row row) {
    List<Board.Row> all = new ArrayList<>(rows);
    all.set(at, row);
    return all;
  }

  private long standing(String form) {
    return instance.store().postings().notClosed("board-" + form).size();
  }

  @Test
  void aFeedWhoseEntriesHaveAnotherNameIsNotEmpty() {
    visit("feed");
    for (String name : List.of("entry2", "job:item")) {
      board.showsFeed(Board.feed(rows(40)).replace("item>", name + ">"));
      assertThat(visit("feed").outcome()).as(name).isEqualTo("drifted");
    }
    assertThat(open("feed")).isEqualTo(40);
  }

  @Test
  void aListingThatIsShorterThanItsContractIsHeldBackFromTheFirstRunOn() {
    board.showsFeed(Board.feed(List.of()));
    Run run = visit("feed");
    assertThat(run.outcome()).isEqualTo("held-back");
    assertThat(run.reason().orElseThrow().text()).contains("no rows", "at least 1");
    board.shows(rows(60));
    Run many = visit("json");
    assertThat(many.outcome()).isEqualTo("held-back");
    assertThat(many.reason().orElseThrow().text()).contains("60 rows", "at most 50");
    board.shows(List.of());
    assertThat(visit("html").outcome()).as("its own mark of emptiness").isEqualTo("empty");
  }

  @Test
  void aSourceThatLosesHalfOfItsRowsClosesThemOnlyAtTheThirdRunWithoutThem() {
    visit("json");
    board.shows(rows(15));
    assertThat(visit("json").gone()).isEqualTo(25);
    visit("json");
    assertThat(instance.store().postings().notClosed("board-json")).hasSize(40);
    visit("json");
    assertThat(instance.store().postings().notClosed("board-json")).hasSize(15);
  }

  @Test
  void aSteadySourceThatLosesHalfOfItsRowsSaysSoAndClosesThemOnlyAtTheThirdRun() {
    for (int i = 0; i < 3; i++) visit("json");
    board.shows(rows(20));
    Run half = visit("json");
    assertThat(half.reason().orElseThrow().text()).contains("20 rows", "about 40");
    visit("json");
    assertThat(instance.store().postings().notClosed("board-json")).hasSize(40);
    visit("json");
    assertThat(instance.store().postings().notClosed("board-json")).hasSize(20);
  }

  // --- a broken run is an outcome

  @Test
  void aRunThatBreaksDownHasItsRowAndItsReason() {
    Visits broken =
        new Visits(
            instance.crawl(instance.tail().follower()),
            instance.store(),
            source -> {
              if (source.id().equals("board-json")) throw new StackOverflowError();
              throw new IllegalStateException("upside down");
            },
            instance.clock());
    Run run = broken.visit(source("json"), false);
    assertThat(run.outcome()).isEqualTo("broken");
    assertThat(run.reason().orElseThrow().text()).isEqualTo("it broke down: StackOverflowError");
    assertThat(broken.visit(source("feed"), false).reason().orElseThrow().text())
        .contains("upside down");
    assertThat(instance.store().runs().newest(9)).hasSize(2);
    assertThat(instance.store().sourceStates().of("board-json"))
        .satisfies(
            state -> {
              assertThat(state.condition()).isEqualTo("failing");
              assertThat(state.nextRun()).isPresent();
            });
    assertThat(visit("json").outcome()).as("it is free again").isEqualTo("items");
  }

  // --- one source, several processes

  @ParameterizedTest
  @EnumSource
  void ofSeveralThatWantOneSourceOneReadsItAndTheOthersGetItsRun(TestDatabase kind)
      throws Exception {
    board.isSlow(150);
    String database = kind.fresh(folder);
    board.forgetRequests();
    List<Run> runs = new ArrayList<>();
    CountDownLatch ready = new CountDownLatch(3);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Run>> wishes = new ArrayList<>();
      for (int node = 0; node < 3; node++) {
        String data = folder.resolve("node" + node).toString();
        wishes.add(threads.submit(() -> visitOnce(data, database, ready)));
      }
      for (Future<Run> wish : wishes) runs.add(wish.get());
    }
    assertThat(runs).extracting(Run::id).containsOnly(runs.getFirst().id());
    assertThat(runs).extracting(Run::added).containsOnly(40);
    assertThat(board.requests(null)).isEqualTo(1);
  }

  private Run visitOnce(String data, String database, CountDownLatch ready)
      throws InterruptedException {
    Map<Settings.Key, String> own =
        Map.of(Settings.Key.DATA, data, Settings.Key.DATABASE, database);
    Instance opened;
    try {
      opened = instance(own);
      opened.index();
    } finally {
      ready.countDown(); // Also of one that cannot be opened: the others do not wait for it.
    }
    try (Instance node = opened) {
      ready.await();
      return node.visits(node.tail().follower()).visit(source("json"), false);
    }
  }

  @Test
  void whatAnotherNodeHasReadIsNotDueAnyMore() {
    visit("json");
    board.forgetRequests();
    assertThat(instance.visits(instance.tail().follower()).visitIfDue(source("json")))
        .isInstanceOf(Visits.Visit.NotDue.class);
    assertThat(board.requests(null)).isZero();
    assertThat(instance.store().runs().newest(9)).hasSize(1);
  }

  @Test
  void aHostThatWantsRestIsLeftAloneByEveryProcessAndSource() {
    board.asksForRest(3600);
    assertThat(visit("json").outcome()).isEqualTo("rate-limited");
    instance.close();
    instance = instance(Map.of());
    board.shows(rows(40));
    board.forgetRequests();
    for (String form : List.of("json", "feed", "html")) {
      Run run = visit(form);
      assertThat(run.outcome()).isEqualTo("rate-limited");
      assertThat(run.reason().orElseThrow().text())
          .contains("board.example asked to be left alone");
    }
    assertThat(board.requests(null)).isZero();
  }

  // --- clocks

  @Test
  void aClockThatWasAYearAheadParksNothing() {
    Instant now = instance.clock().instant();
    Instant ahead = now.plus(Duration.ofDays(365));
    instance
        .store()
        .sourceStates()
        .put(
            SourceStatesStateBuilder.builder()
                .source("board-json")
                .condition("ok")
                .since(ahead)
                .lastRun(Optional.of(ahead))
                .lastSuccess(Optional.of(ahead))
                .nextRun(Optional.of(ahead.plusSeconds(1800)))
                .build());
    SourceStates.State state = instance.store().sourceStates().of("board-json");
    assertThat(state.lastSuccess()).isEmpty();
    assertThat(
            instance
                .visits(instance.tail().follower())
                .due(List.of(source("json")))
                .getFirst()
                .at())
        .isEqualTo(Instant.EPOCH);
    assertThat(instance.visits(instance.tail().follower()).visitIfDue(source("json")))
        .isInstanceOf(Visits.Visit.Made.class);
  }
}
