package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.search.PostingIndex;
import worthwhile.search.SearchQuery;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

class IndexerTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void anIndexThatSleptPastTheEndOfTheLogStartsAnew() {
    try (Store store = Store.open(TestDatabase.file(folder.resolve("x.db")), CLOCK);
        PostingIndex index = SearchIndex.open(folder.resolve("index"), CLOCK)) {
      Assessor assessor = Assessor.with(() -> HourlyPay.at(Rates.shipped()));
      Tail tail = new Tail(store, Normalise.plain(), assessor, () -> {}, CLOCK);
      Indexer indexer = new Indexer(store, index, CLOCK);
      tail.take(batch(task("1"), task("2")));
      indexer.catchUp();
      Pay before = found(index, "1");
      WorkReport nine =
          new WorkReport("a", new BigDecimal("9"), NOW, WorkReport.Outcome.PAID, "forum");
      tail.take(batch(task("2").reports(List.of(nine))));
      Pay stored = store.postings().byId("mill:1").orElseThrow().pay();
      assertThat(stored).as("task 1 was assessed anew").isNotEqualTo(before);

      store.changes().thin(NOW.plus(Duration.ofDays(60)));
      indexer.catchUp();
      assertThat(found(index, "1")).isEqualTo(stored);
      assertThat(index.size()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatOneNodeForgotIsForgottenByAnIndexThatWasDown(TestDatabase kind) {
    try (Store store = Store.open(kind.fresh(folder), CLOCK);
        PostingIndex up = SearchIndex.open(folder.resolve("up"), CLOCK)) {
      Tail tail = tail(store);
      Indexer first = new Indexer(store, up, CLOCK);
      tail.take(batch(tasks(1, 2_050)));
      first.catchUp();
      try (PostingIndex down = SearchIndex.open(folder.resolve("down"), CLOCK)) {
        new Indexer(store, down, CLOCK).catchUp();
        assertThat(down.size()).isEqualTo(2_050);
      }
      Instant later = NOW.plus(Duration.ofDays(3));
      assertThat(store.postings().forget("mill", later, later)).isEqualTo(2_050);
      first.catchUp();
      assertThat(up.size()).isZero();

      try (PostingIndex down = SearchIndex.open(folder.resolve("down"), CLOCK)) {
        Indexer second = new Indexer(store, down, CLOCK);
        assertThat(second.isCatchingUp()).isTrue();
        second.catchUp();
        assertThat(down.search(SearchQuery.everything()).total()).isZero();
        assertThat(second.isCatchingUp()).isFalse();
      }
    }
  }

  /**
   * The database goes back to a backup and on from there, until it has counted as far as the index:
   * by its numbers alone it would look as if nothing had happened.
   */
  @Test
  void aDatabaseThatWasBroughtBackBelowTheIndexIsNoticed() {
    String url = TestDatabase.file(folder.resolve("x.db"));
    Path backup = folder.resolve("backup.db");
    try (PostingIndex index = SearchIndex.open(folder.resolve("index"), CLOCK)) {
      try (Store store = Store.open(url, CLOCK)) {
        tail(store).take(batch(tasks(1, 3)));
        Store.backup(url, backup);
        tail(store).take(batch(tasks(4, 5)));
        new Indexer(store, index, CLOCK).catchUp();
      }
      Store.restore(backup, url, true);
      try (Store store = Store.open(url, CLOCK)) {
        tail(store).take(batch(tasks(6, 9)));
        new Indexer(store, index, CLOCK).catchUp();
        assertThat(identifiers(index)).containsExactlyInAnyOrder("1", "2", "3", "6", "7", "8", "9");
      }
    }
  }

  /** As the above, by other tools and under connections that stay open: nothing gets a new name. */
  @Test
  void aDatabaseThatIsExchangedWhileItServesIsNoticed() throws SQLException {
    String url = TestDatabase.file(folder.resolve("x.db"));
    Path backup = folder.resolve("backup.db");
    try (Store store = Store.open(url, CLOCK);
        PostingIndex index = SearchIndex.open(folder.resolve("index"), CLOCK)) {
      Indexer indexer = new Indexer(store, index, CLOCK);
      tail(store).take(batch(tasks(1, 3)));
      indexer.catchUp();
      Store.backup(url, backup);
      tail(store).take(batch(tasks(4, 5)));
      indexer.catchUp();
      String name = store.generation();
      try (var connection = DriverManager.getConnection(url);
          var statement = connection.createStatement()) {
        statement.execute("restore from " + backup);
      }
      assertThat(store.generation()).isEqualTo(name);
      tail(store).take(batch(tasks(6, 7)));
      indexer.catchUp();
      assertThat(identifiers(index)).containsExactlyInAnyOrder("1", "2", "3", "6", "7");
    }
  }

  @Test
  void anIndexThatCanNoLongerBeWrittenIsBuiltAnew() throws IOException {
    try (Store store = Store.open(TestDatabase.file(folder.resolve("x.db")), CLOCK);
        SearchIndex index = SearchIndex.open(folder.resolve("index"), CLOCK)) {
      Indexer indexer = new Indexer(store, index, CLOCK);
      for (int n = 1; n <= 12; n++) {
        tail(store).take(batch(task(Integer.toString(n))));
        indexer.catchUp();
        index.commit();
      }
      Noise.intoSegments(folder.resolve("index"));
      assertThat(index.damage()).isPresent();
      for (int n = 13; n <= 40 && !index.isBroken(); n++) {
        tail(store).take(batch(task(Integer.toString(n))));
        orFail(indexer::catchUp);
        orFail(index::commit);
      }
      await()
          .dontCatchUncaughtExceptions() // the thread of the merge may be the one that meets it
          .until(() -> orFail(indexer::catchUp) && index.damage().isEmpty());
      assertThat(index.size()).isEqualTo(store.postings().notClosed("mill").size());
    }
  }

  /** A merge meets the noise at some moment and ends the writer. */
  private static boolean orFail(Runnable write) {
    try {
      write.run();
      return true;
    } catch (RuntimeException _) {
      return false;
    }
  }

  private static Tail tail(Store store) {
    return new Tail(
        store,
        Normalise.plain(),
        Assessor.with(() -> HourlyPay.at(Rates.shipped())),
        () -> {},
        CLOCK);
  }

  private static JobPostingBuilder[] tasks(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(n -> task(Integer.toString(n)).title("Match shapes of kind " + n))
        .toArray(JobPostingBuilder[]::new);
  }

  private static List<String> identifiers(PostingIndex index) {
    return index.search(SearchQuery.everything()).hits().stream()
        .map(hit -> hit.posting().job().identifier())
        .toList();
  }

  private static JobPostingBuilder task(String identifier) {
    return JobPosting.builder("mill", "mill", identifier)
        .title("Match shapes")
        .hiringOrganization(Organization.named("Stone Lab"))
        .baseSalary(MonetaryAmount.of("USD", new BigDecimal("0.2"), UnitText.TASK));
  }

  private static Batch.Rows batch(JobPostingBuilder... rows) {
    return Batch.Rows.of("mill", NOW)
        .outcome(RunOutcome.Read.PARTIAL)
        .items(Stream.of(rows).<Item>map(JobPostingBuilder::build).toList())
        .build();
  }

  private static Pay found(PostingIndex index, String identifier) {
    return index.search(SearchQuery.everything()).hits().stream()
        .map(hit -> hit.posting())
        .filter(posting -> posting.id().equals("mill:" + identifier))
        .findFirst()
        .orElseThrow()
        .pay();
  }
}
