package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.posting.Changes;
import worthwhile.warning.Warnings;

class RewarningTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String LURE =
      "Before you can withdraw, deposit 50 USDT to clear the negative balance of your account.";

  @TempDir private Path folder;

  private static Tail tail(Store store) {
    return new Tail(
        store,
        Normalise.plain(),
        Assessor.with(() -> HourlyPay.at(Rates.shipped()), () -> Warnings.knowing(List.of())),
        () -> {},
        CLOCK);
  }

  private static Store stored(TestDatabase kind, Path folder, int count) {
    Store store = Store.open(kind.fresh(folder), CLOCK);
    fill(store, count);
    return store;
  }

  private static void fill(Store store, int count) {
    List<Item> rows =
        IntStream.range(0, count)
            .<Item>mapToObj(
                n ->
                    JobPosting.builder("mill", "mill", "n" + n)
                        .title("Tasks " + n)
                        .description(n == count - 1 ? LURE : "Match shapes " + n)
                        .build())
            .toList();
    tail(store)
        .take(Batch.Rows.of("mill", NOW).outcome(RunOutcome.Read.PARTIAL).items(rows).build());
  }

  /** As a version that knew no such rule left it. */
  private static void forgetWarnings(Store store, String id) {
    Posting posting = store.postings().byId(id).orElseThrow();
    store.write(
        writing -> {
          writing.reassess(
              List.of(posting.with(posting.assessment().warned(null, List.of(), List.of()))), NOW);
          return id;
        });
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsStoredIsLookedAtAnewWhereTheRulesChangedAndOnceOnly(TestDatabase kind) {
    String id = "mill:n449";
    try (Store store = stored(kind, folder, 450)) {
      forgetWarnings(store, id);
      assertThat(warnings(store, id)).isEmpty();
      Rewarning first = new Rewarning(store, tail(store), "rules-1", CLOCK);
      assertThat(first.step()).isTrue();
      Rewarning next = new Rewarning(store, tail(store), "rules-1", CLOCK);
      int steps = 1;
      while (next.step()) steps++;
      assertThat(steps).as("goes on where the first one was").isEqualTo(2);
      assertThat(warnings(store, id)).contains("pay-to-withdraw");
      long revision = store.postings().revision();
      List<Changes.Entry> told = store.changes().after(revision - 1, 10);
      assertThat(told.getLast().what()).isEqualTo("reassessed");
      assertThat(told.getLast().earlier())
          .hasValueSatisfying(was -> assertThat(was.severity()).isZero());

      assertThat(new Rewarning(store, tail(store), "rules-1", CLOCK).step()).isFalse();
      assertThat(store.postings().revision()).isEqualTo(revision);
      assertThat(new Rewarning(store, tail(store), "rules-2", CLOCK).step()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatCameIntoAnEmptyStoreIsNotLookedAtOnceMore(TestDatabase kind) {
    try (Store store = Store.open(kind.fresh(folder), CLOCK)) {
      Rewarning rewarning = new Rewarning(store, tail(store), "rules-1", CLOCK);
      rewarning.beginEmpty();
      fill(store, 10);
      assertThat(rewarning.step()).isFalse();
      Rewarning next = new Rewarning(store, tail(store), "rules-2", CLOCK);
      next.beginEmpty();
      assertThat(next.step()).as("the last few, and no more").isFalse();
      assertThat(store.meta().get(Rewarning.NAME)).hasValue("rules-2 done");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatAnOlderVersionStoredIsNoEmptyStore(TestDatabase kind) {
    String id = "mill:n9";
    try (Store store = stored(kind, folder, 10)) {
      forgetWarnings(store, id);
      Rewarning rewarning = new Rewarning(store, tail(store), "rules-1", CLOCK);
      rewarning.beginEmpty();
      assertThat(store.meta().get(Rewarning.NAME)).isEmpty();
      rewarning.step();
      assertThat(warnings(store, id)).contains("pay-to-withdraw");
    }
  }

  private static List<String> warnings(Store store, String id) {
    return store.postings().byId(id).orElseThrow().assessment().warnings().stream()
        .map(warning -> warning.code())
        .toList();
  }
}
