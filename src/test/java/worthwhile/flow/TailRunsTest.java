package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.HandClock;
import worthwhile.intake.BatchJudge;
import worthwhile.intake.Change;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.source.Contract;
import worthwhile.source.Emits;
import worthwhile.source.Stop;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.posting.Extent;
import worthwhile.store.source.Runs.Run;

/** What a run of a source is said to have brought, and when it is not believed. */
class TailRunsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Contract CONTRACT = new Contract(2, 100, List.of(), Optional.empty(), 3);

  private final HandClock clock = new HandClock(NOON);
  @TempDir private Path folder;
  private Store store;
  private Tail tail;
  private int told;

  @BeforeEach
  void open() {
    store = Store.open(TestDatabase.SQLITE.fresh(folder), clock);
    tail =
        new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> told++,
            clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static JobPosting row(String id, String title) {
    return JobPosting.builder("mill", "mill", id)
        .title(title)
        .url("https://mill.example/" + id)
        .build();
  }

  private BatchRowsBuilder batch(RunOutcome outcome, JobPosting... rows) {
    clock.move(Duration.ofHours(1));
    return Batch.Rows.of("mill", clock.instant())
        .outcome(outcome)
        .items(List.<Item>copyOf(Arrays.asList(rows)))
        .whole(outcome.isComplete());
  }

  private Stored read(JobPosting... rows) {
    return tail.take(batch(RunOutcome.Read.ITEMS, rows).build());
  }

  /** The newest run: its outcome, how many rows it had, were new, changed and gone. */
  private String last() {
    Run run = store.runs().newest(1).getFirst();
    return "%s %d %d %d %d"
        .formatted(run.outcome(), run.items(), run.added(), run.changed(), run.gone());
  }

  private PostingState state(String id) {
    return store.postings().byId("mill:" + id).orElseThrow().state();
  }

  @Test
  void aRunCountsWhatIsNewChangedAndGone() {
    Stored first = read(row("1", "Sort pears"), row("2", "Sort plums"));
    assertThat(last()).isEqualTo("items 2 2 0 0");
    assertThat(first.added()).isEqualTo(2);
    assertThat(first.changed()).isZero();
    assertThat(first.brings()).isTrue();
    assertThat(first.count(Change.New.class)).isEqualTo(2);
    Stored same = read(row("1", "Sort pears"), row("2", "Sort plums"));
    assertThat(last()).isEqualTo("unchanged 2 0 0 0");
    assertThat(same.outcome()).isEqualTo(RunOutcome.Read.UNCHANGED);
    assertThat(same.brings()).isFalse();
    Stored changed = read(row("1", "Sort all pears"));
    assertThat(last()).isEqualTo("items 1 0 1 1");
    assertThat(changed.changed()).isEqualTo(1);
    assertThat(state("2")).isEqualTo(PostingState.MISSING);
    read(row("1", "Sort all pears"));
    assertThat(last()).as("it was counted when it was missing").isEqualTo("items 1 0 0 0");
    assertThat(state("2")).isEqualTo(PostingState.CLOSED);
    read(row("1", "Sort all pears"), row("2", "Sort plums"));
    assertThat(last()).as("put up again").isEqualTo("items 2 0 1 0");
    assertThat(told).isEqualTo(5);
  }

  @Test
  void whatIsMissingAndComesBackIsReopened() {
    read(row("1", "Sort pears"), row("2", "Sort plums"));
    read(row("1", "Sort pears"));
    assertThat(read(row("1", "Sort pears"), row("2", "Sort plums")).changed()).isEqualTo(1);
    assertThat(last()).isEqualTo("items 2 0 1 0");
  }

  @Test
  void onlyACompleteRunWithRowsFindsItsSourceUnchanged() {
    read(row("1", "Sort pears"));
    tail.take(batch(RunOutcome.Read.PARTIAL, row("1", "Sort pears")).build());
    assertThat(last()).isEqualTo("partial 1 0 0 0");
    tail.take(batch(RunOutcome.Read.EMPTY).build());
    assertThat(last()).isEqualTo("empty 0 0 0 1");
    tail.take(batch(RunOutcome.Read.EMPTY).build());
    assertThat(state("1")).isEqualTo(PostingState.CLOSED);
    tail.take(batch(RunOutcome.Read.EMPTY).build());
    assertThat(last()).isEqualTo("empty 0 0 0 0");
  }

  @Test
  void aRunTakesAsLongAsTheClockSays() {
    Batch.Rows batch = batch(RunOutcome.Read.ITEMS, row("1", "Sort pears")).build();
    clock.move(Duration.ofSeconds(5));
    assertThat(tail.take(batch).run().took()).isEqualTo(Duration.ofSeconds(5));
    Instant began = clock.instant();
    Batch.Rows told = batch(RunOutcome.Read.ITEMS).began(Optional.of(began)).build();
    assertThat(tail.take(told).run().took()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aStopIsWrittenDownUnlessAStrangerSentIt() {
    Stop stop = new Stop(Stop.Kind.BLOCKED, Reason.of("rows-stale"), Optional.empty());
    tail.take(batch(new RunOutcome.Stopped(stop)).requests(3).build());
    assertThat(last()).isEqualTo("blocked 0 0 0 0");
    assertThat(store.runs().newest(1).getFirst().requests()).isEqualTo(3);
    assertThat(told).as("nothing was stored that anybody follows").isZero();
    Batch.Rows sent =
        batch(RunOutcome.Read.FORWARDED)
            .rejected(9)
            .check(new Batch.Check.ByContract(CONTRACT, Emits.JOB_POSTING, Optional.empty()))
            .build();
    assertThat(tail.take(sent).run().outcome()).isEqualTo("held-back");
    assertThat(store.runs().newest(9)).hasSize(1);
  }

  @Test
  void aPageThatWasSeenBeforeIsNoRunWhereAWorkerForwardsIt() {
    read(row("1", "Sort pears"));
    tail.take(batch(RunOutcome.Read.FORWARDED, row("1", "Sort pears")).build());
    assertThat(store.runs().newest(9)).hasSize(1);
    assertThat(store.postings().byId("mill:1").orElseThrow().standing().lastSeen())
        .isEqualTo(clock.instant());
    tail.take(batch(RunOutcome.Read.FORWARDED, row("2", "Sort plums")).build());
    assertThat(last()).isEqualTo("forwarded 1 1 0 0");
    assertThat(state("1")).as("nothing is said of it").isEqualTo(PostingState.OPEN);
  }

  private Stored listed(int rows, JobPosting... items) {
    BatchJudge.Listed listed = new BatchJudge.Listed(rows, rows, false);
    return tail.take(
        batch(RunOutcome.Read.ITEMS, items)
            .check(new Batch.Check.ByContract(CONTRACT, Emits.JOB_POSTING, Optional.of(listed)))
            .build());
  }

  @Test
  void aListingThatIsNotAsItsContractSaysIsHeldBack() {
    Stored held = listed(1, row("1", "Sort pears"));
    assertThat(held.run().outcome()).isEqualTo("held-back");
    assertThat(held.run().reason()).map(Reason::code).contains("rows-too-few");
    assertThat(held.changes()).isEmpty();
    assertThat(held.extent()).isEmpty();
    assertThat(store.postings().byId("mill:1")).isEmpty();
    assertThat(listed(2, row("1", "Sort pears"), row("2", "Sort plums")).added()).isEqualTo(2);
  }

  private static JobPosting[] rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> row("n" + i, "Sort pears " + i))
        .toArray(JobPosting[]::new);
  }

  private long missing() {
    return IntStream.range(0, 40).filter(i -> state("n" + i) == PostingState.MISSING).count();
  }

  /** What a source of forty lacks is missing twice, and gone in the third run. */
  @Test
  void aSourceThatShrankClosesOneRunLater() {
    listed(40, rows(40));
    listed(10, rows(10));
    assertThat(missing()).isEqualTo(30);
    listed(10, rows(10));
    assertThat(missing()).as("not closed yet").isEqualTo(30);
    listed(10, rows(10));
    assertThat(missing()).isZero();
    assertThat(last()).isEqualTo("items 10 0 0 0");
  }

  @Test
  void aRunUnlikeThreeEarlierOnesIsHeldBackUnlessAPersonBelievedOneSince() {
    for (int i = 0; i < 3; i++) listed(30, rows(30));
    assertThat(listed(2, rows(2)).run().reason()).map(Reason::code).contains("rows-unusual");
    tail.take(
        batch(RunOutcome.Read.ITEMS, rows(2)).reason(Optional.of(Reason.of("released"))).build());
    assertThat(listed(2, rows(2)).run().outcome()).as("it closes the others").isEqualTo("items");
  }

  @Test
  void aSourceThatShowsTheSameIsConfirmedIfItsPostingsStandAsTheyDid() {
    Extent extent = read(rows(3)).extent().orElseThrow();
    int before = told;
    Batch.Rows run = batch(RunOutcome.Read.ITEMS).build();
    Stored stored = tail.take(new Batch.Confirmed(run, 3, extent)).orElseThrow();
    assertThat(stored.outcome()).isEqualTo(RunOutcome.Read.UNCHANGED);
    assertThat(last()).isEqualTo("unchanged 3 0 0 0");
    assertThat(told).isEqualTo(before + 1);
    Extent other = new Extent(extent.standing() + 1, extent.missing(), extent.revision());
    Batch.Rows next = batch(RunOutcome.Read.ITEMS).build();
    assertThat(tail.take(new Batch.Confirmed(next, 3, other))).isEmpty();
    assertThat(store.runs().newest(9)).hasSize(2);
    Batch.Rows many = batch(RunOutcome.Read.ITEMS).rejected(4).build();
    assertThat(tail.take(new Batch.Confirmed(many, 3, extent))).as("held back").isEmpty();
    assertThat(told).isEqualTo(before + 1);
  }

  @Test
  void whatIsGoneByAnotherWordIsCountedAndToldOnlyIfThereIsAny() {
    read(rows(2));
    int before = told;
    assertThat(tail.take(new Batch.Gone("mill", clock.instant(), _ -> List.of()))).isZero();
    assertThat(told).isEqualTo(before);
    assertThat(store.runs().newest(9)).hasSize(1);
    Posting posting = store.postings().byId("mill:n0").orElseThrow();
    clock.move(Duration.ofHours(1));
    Change closed =
        new Change.Closed(
            posting.with(posting.standing().in(PostingState.CLOSED, Reason.of("expired"))),
            posting);
    assertThat(tail.take(new Batch.Gone("mill", clock.instant(), _ -> List.of(closed)))).isOne();
    assertThat(last()).isEqualTo("forwarded 0 0 0 1");
    assertThat(told).isEqualTo(before + 1);
    assertThat(state("n0")).isEqualTo(PostingState.CLOSED);
  }

  @Test
  void aReassessmentThatChangesNothingIsNotTold() {
    read(rows(2));
    int before = told;
    long revision = store.postings().revision();
    tail.take(new Batch.Reassessment(List.of("mill:n0", "mill:n1", "none"), clock.instant()));
    assertThat(told).isEqualTo(before);
    assertThat(store.postings().revision()).isEqualTo(revision);
    assertThat(tail.assessWaiting()).isFalse();
    List<String> others = new ArrayList<>();
    tail.followedBy(() -> others.add("told")).take(batch(RunOutcome.Read.ITEMS, rows(1)).build());
    assertThat(others).containsExactly("told");
    assertThat(told).isEqualTo(before);
  }

  @Test
  void aPreviewStoresNothing() {
    Stored seen = tail.preview(batch(RunOutcome.Read.ITEMS, rows(2)).build());
    assertThat(seen.added()).isEqualTo(2);
    assertThat(seen.extent()).isEmpty();
    assertThat(store.postings().revision()).isZero();
    assertThat(told).isZero();
  }
}
