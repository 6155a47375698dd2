package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** How a node's database, index and disk fare, and how far the index has come. */
class ConditionTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @TempDir private Path folder;
  private Store store;
  private SearchIndex index;
  private Indexer indexer;
  private long room = Condition.LEAST_ROOM;
  private Condition condition;

  @BeforeEach
  void open() {
    store = Store.open(TestDatabase.SQLITE.fresh(folder), CLOCK);
    index = SearchIndex.open(folder.resolve("index"), CLOCK);
    indexer = indexer();
    condition = new Condition(store, index, indexer, () -> room, CLOCK);
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  private Indexer indexer() {
    return new Indexer(store, index, CLOCK);
  }

  private void keep(int from, int to) {
    List<Item> items =
        IntStream.range(from, to)
            .<Item>mapToObj(
                i -> JobPosting.builder("mill", "mill", "n" + i).title("Sort pears " + i).build())
            .toList();
    new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            CLOCK)
        .take(Batch.Rows.of("mill", NOON).outcome(RunOutcome.Read.PARTIAL).items(items).build());
  }

  @Test
  void whatIsWellIsSaidToBeAndNothingIsKnownBeforeTheFirstLook() {
    assertThat(condition.database()).isEqualTo(new Finding.Unknown());
    assertThat(condition.index()).isEqualTo(new Finding.Unknown());
    assertThat(condition.look()).isTrue();
    assertThat(condition.database()).isEqualTo(new Finding.Sound(NOON));
    assertThat(condition.index()).isEqualTo(new Finding.Sound(NOON));
  }

  @Test
  void aDiskIsFullBelowTheLeastRoom() {
    assertThat(Condition.LEAST_ROOM).as("fifty mebibytes").isEqualTo(52_428_800);
    assertThat(condition.isDiskFull()).isFalse();
    room--;
    assertThat(condition.isDiskFull()).isTrue();
    assertThat(condition.room()).isEqualTo(52_428_799);
  }

  @Test
  void aDamagedIndexIsBuiltAnew() throws IOException {
    keep(0, 12);
    assertThat(indexer.catchUp()).isEqualTo(12);
    index.flush();
    Noise.intoSegments(folder.resolve("index"));
    assertThat(condition.look()).isTrue();
    assertThat(condition.index()).isEqualTo(new Finding.Sound(NOON));
    assertThat(index.size()).isEqualTo(12);
  }

  @Test
  void afterTheStopNothingIsFoundNorIndexed() {
    keep(0, 1);
    condition.stop();
    assertThat(condition.look()).isFalse();
    assertThat(condition.database()).isEqualTo(new Finding.Checking(NOON));
    assertThat(indexer.catchUp()).isZero();
    assertThat(index.size()).isZero();
  }

  /** An empty index lacks much at once; another one where it is more than a batch behind. */
  @Test
  void muchIsLackingWhereMoreThanABatchIs() {
    assertThat(condition.isCatchingUp()).isFalse();
    keep(0, 1);
    assertThat(indexer().isCatchingUp()).isTrue();
    assertThat(indexer.catchUp()).isOne();
    assertThat(indexer.catchUp()).isZero();
    assertThat(indexer().isCatchingUp()).isFalse();
    long behind = index.revision();
    keep(1, 2_001);
    assertThat(store.postings().revision() - behind).isEqualTo(2_000);
    assertThat(indexer().isCatchingUp()).isFalse();
    keep(2_001, 2_002);
    Indexer next = indexer();
    assertThat(next.isCatchingUp()).isTrue();
    assertThat(next.catchUp()).isEqualTo(2_001);
    assertThat(next.isCatchingUp()).isFalse();
    assertThat(index.size()).isEqualTo(2_002);
  }
}
