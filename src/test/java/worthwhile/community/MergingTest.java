package worthwhile.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.flow.Assessor;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Tail;
import worthwhile.flow.WholeReckoning;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Conduct;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.posting.Warning;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.FlagKind;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.posting.Requesters;

/** What is said of two requesters follows when they are taken as one, and when that is undone. */
class MergingTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final RequesterId TOLD = RequesterId.identified("mill", "told");
  private static final RequesterId SILENT = RequesterId.identified("mill", "silent");

  @TempDir private Path folder;

  private static Tail tail(Store store) {
    return new Tail(
        store,
        Normalise.plain(),
        Assessor.with(() -> HourlyPay.at(Rates.shipped())),
        () -> {},
        CLOCK);
  }

  private static void fill(Tail tail) {
    List<Item> items = new ArrayList<>();
    for (RequesterId each : List.of(TOLD, SILENT))
      items.add(
          JobPosting.builder("mill", "mill", each.key())
              .title("Sort leaves for " + each.key())
              .hiringOrganization(new Organization("Lab " + each.key(), each.key(), null))
              .build());
    tail.take(Batch.Rows.of("mill", NOW).outcome(RunOutcome.Read.PARTIAL).items(items).build());
    for (String account : List.of("a", "b", "c")) say(tail, account);
  }

  private static void say(Tail tail, String account) {
    Review review =
        new Review(
            UUID.randomUUID().toString(),
            account,
            Subject.requester(TOLD.toString()),
            "mill",
            Optional.of(TOLD),
            Optional.empty(),
            Review.Facts.of(Outcome.PAID),
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            NOW,
            NOW,
            NOW);
    tail.take(
        new Batch.Said<>(
            NOW,
            writing ->
                new Batch.Said.Done<>(writing.statements().reviews().add(review), Set.of(TOLD))));
  }

  private static Conduct of(Store store, RequesterId requester) {
    return store.postings().byId("mill:" + requester.key()).orElseThrow().reputation();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSaidFollowsThereAndBack(TestDatabase database) {
    for (boolean told : List.of(true, false)) {
      RequesterId from = told ? TOLD : SILENT;
      RequesterId into = told ? SILENT : TOLD;
      try (Store store = Store.open(database.fresh(folder.resolve("" + told)), CLOCK)) {
        Tail tail = tail(store);
        fill(tail);
        Conduct said = of(store, TOLD);
        assertThat(said.isKnown()).isTrue();
        assertThat(of(store, SILENT)).isNull();
        long number = tail.take(Merging.merge(from, into, "operator", "the same site", NOW));
        assertThat(of(store, SILENT)).isEqualTo(said).isEqualTo(of(store, TOLD));
        assertThatThrownBy(() -> tail.take(Merging.merge(from, into, "operator", "again", NOW)))
            .hasMessageContaining("are one already");
        new WholeReckoning(store, () -> {}, CLOCK).run();
        assertThat(of(store, SILENT)).isEqualTo(said);
        Requesters.Merge merge = store.requesters().merge(number).orElseThrow();
        assertThat(tail.take(Merging.separate(merge, "operator", NOW))).isTrue();
        assertThat(tail.take(Merging.separate(merge, "operator", NOW))).isFalse();
        assertThat(of(store, SILENT)).as("from told: %s", told).isNull();
        assertThat(of(store, TOLD)).isEqualTo(said);
        assertThat(store.requesters().log(5).getFirst().undone()).contains(NOW);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsFoundOfOneWarnsOfTheOtherUntilThatIsUndone(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Tail tail = tail(store);
      fill(tail);
      uphold(tail, TOLD);
      assertThat(warned(store, TOLD)).containsExactly("report-upheld");
      assertThat(warned(store, SILENT)).isEmpty();
      long number = tail.take(Merging.merge(SILENT, TOLD, "operator", "the same site", NOW));
      assertThat(warned(store, SILENT)).containsExactly("report-upheld");
      tail.take(Merging.separate(store.requesters().merge(number).orElseThrow(), "operator", NOW));
      assertThat(warned(store, SILENT)).isEmpty();
      assertThat(warned(store, TOLD)).containsExactly("report-upheld");
      tail.take(Merging.merge(TOLD, SILENT, "operator", "the same site", NOW));
      assertThat(warned(store, SILENT)).containsExactly("report-upheld");
    }
  }

  /** Two people agreed with a report of this requester. */
  private static void uphold(Tail tail, RequesterId requester) {
    Flag flag =
        new Flag(
            "f",
            Optional.of("x"),
            Optional.empty(),
            Subject.requester(requester.toString()),
            FlagKind.FEE_ASKED,
            Optional.of("a fee"),
            Optional.empty(),
            Flag.State.UPHELD,
            NOW);
    tail.take(
        new Batch.Said<>(
            NOW,
            writing -> {
              writing.statements().flags().add(flag, Optional.empty());
              Merging.assessLater(writing, requester);
              return new Batch.Said.Done<>(true, Set.of(requester));
            }));
  }

  private static List<String> warned(Store store, RequesterId requester) {
    return store
        .postings()
        .byId("mill:" + requester.key())
        .orElseThrow()
        .assessment()
        .warnings()
        .stream()
        .map(Warning::code)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void whoComesBackAfterHerTasksWereForgottenIsStillTheSame(TestDatabase database) {
    for (RequesterId gone : List.of(TOLD, SILENT)) {
      try (Store store = Store.open(database.fresh(folder.resolve(gone.key())), CLOCK)) {
        Tail tail = tail(store);
        fill(tail);
        Conduct said = of(store, TOLD);
        tail.take(Merging.merge(SILENT, TOLD, "operator", "the same site", NOW));
        RequesterId other = gone.equals(TOLD) ? SILENT : TOLD;
        Instant later = NOW.plus(Duration.ofDays(2));
        offer(tail, other, "again", later);
        assertThat(store.postings().forget("mill", later, later)).isEqualTo(2);
        offer(tail, gone, gone.key(), later);
        assertThat(store.requesters().members(gone)).containsExactly(TOLD, SILENT);
        assertThat(of(store, gone)).isEqualTo(said);
      }
    }
  }

  private static void offer(Tail tail, RequesterId by, String identifier, Instant at) {
    JobPosting job =
        JobPosting.builder("mill", "mill", identifier)
            .title("Sort leaves once more for " + by.key())
            .hiringOrganization(new Organization("Lab " + by.key(), by.key(), null))
            .build();
    tail.take(
        Batch.Rows.of("mill", at).outcome(RunOutcome.Read.PARTIAL).items(List.of(job)).build());
  }
}
