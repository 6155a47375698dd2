package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.full;
import static worthwhile.store.Examples.posting;
import static worthwhile.store.Examples.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Change;
import worthwhile.intake.Fingerprint;
import worthwhile.posting.Duplicate;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.store.posting.Changes;
import worthwhile.store.posting.Postings;

/** Postings through the real databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class StoreTest {
  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private String url;
  private Store store;
  private Postings postings;

  @BeforeEach
  void open() {
    url = kind.fresh(folder);
    store = open(url);
    postings = store.postings();
  }

  private static Store open(String url) {
    return Store.open(url, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anEmptyDatabaseKnowsNothing() {
    assertThat(postings.revision()).isZero();
    assertThat(postings.byId("alpha:1")).isEmpty();
    assertThat(postings.byIds(List.of())).isEmpty();
    assertThat(postings.byFingerprints(List.of("x"))).isEmpty();
    assertThat(store.changes().after(0, 10)).isEmpty();
    assertThat(postings.counts()).isEmpty();
  }

  @Test
  void aPostingComesBackAsItWent() {
    postings.apply(List.of(new Change.New(full())), run("r1"));
    assertThat(postings.byId("alpha:full")).contains(full());
    assertThat(postings.byIds(List.of("alpha:full", "alpha:none")))
        .containsExactly(java.util.Map.entry("alpha:full", full()));
    assertThat(postings.byFingerprints(List.of(Fingerprint.of(full().job()), "other")))
        .containsExactly(java.util.Map.entry(Fingerprint.of(full().job()), List.of(full())));
    assertThat(postings.notClosed("alpha")).containsExactly(full());
    assertThat(store.requesters().named("tasks", "shelf LAB"))
        .containsExactly(RequesterId.identified("tasks", "r17"));
    for (var found :
        List.of(
            postings.ofRequesters(List.of(RequesterId.identified("tasks", "r17")), 5),
            postings.timed(List.of(RequesterId.identified("tasks", "r17")), 5)))
      assertThat(found).containsExactly(full());
    assertThat(postings.ofRequesters(List.of(RequesterId.named("tasks", "r17")), 5)).isEmpty();
    assertThat(
            postings.haveTimed(
                List.of(RequesterId.identified("tasks", "r17"), RequesterId.named("tasks", "r17"))))
        .containsExactly(RequesterId.identified("tasks", "r17"));
  }

  @Test
  void everythingIsThereAfterReopening() {
    long revision = postings.apply(List.of(new Change.New(full())), run("r1"));
    store.close();
    store = open(url);
    assertThat(store.postings().revision()).isEqualTo(revision);
    assertThat(store.postings().byId("alpha:full")).contains(full());
    assertThat(store.runs().newest(5)).containsExactly(run("r1"));
  }

  @Test
  void aSecondRunWithNothingChangedWritesNoPosting() {
    Posting one = posting("alpha", "1");
    long before = postings.apply(List.of(new Change.New(one)), run("r1"));
    Instant later = NOON.plus(Duration.ofHours(1));
    var seen = new Change.Unchanged(FlatPosting.of(one).lastSeen(later).build());
    var sayingTheSame = new Change.Changed(seen.posting(), one, Set.of());
    long after = postings.apply(List.of(seen, sayingTheSame), run("r2", "alpha", later, "items"));
    assertThat(after).isEqualTo(before);
    assertThat(store.changes().after(before, 10)).isEmpty();
    assertThat(postings.history("alpha:1")).hasSize(1);
    assertThat(postings.byId("alpha:1")).contains(seen.posting());
  }

  @Test
  void onlyACompleteRunMovesLastSeenAndOnlyOfOpenPostings() {
    Posting open = posting("alpha", "1");
    Posting missing = FlatPosting.of(posting("alpha", "2")).state(PostingState.MISSING).build();
    postings.apply(List.of(new Change.New(open), new Change.New(missing)), run("r1"));
    Instant later = NOON.plus(Duration.ofHours(1));
    for (String outcome : List.of("partial", "held-back", "drifted", "unavailable"))
      store.runs().add(run("r-" + outcome, "alpha", later, outcome));
    assertThat(postings.byId("alpha:1")).contains(open);
    store.runs().add(run("r3", "alpha", later, "unchanged"));
    store.runs().add(run("r4", "beta", later.plusSeconds(9), "unchanged"));
    store.runs().add(run("late", "alpha", NOON.minusSeconds(9), "items"));
    assertThat(postings.byId("alpha:1").orElseThrow().standing().lastSeen()).isEqualTo(later);
    assertThat(postings.byId("alpha:2").orElseThrow().standing().lastSeen()).isEqualTo(NOON);
  }

  @Test
  void aRepeatedRunChangesNothing() {
    var first = List.<Change>of(new Change.New(posting("alpha", "1")));
    long revision = postings.apply(first, run("r1"));
    Posting other = FlatPosting.of(posting("alpha", "1")).title("Other").build();
    var second = List.<Change>of(new Change.Changed(other, posting("alpha", "1"), Set.of("title")));
    assertThat(postings.apply(second, run("r1"))).isEqualTo(revision);
    assertThat(postings.byId("alpha:1")).contains(posting("alpha", "1"));
    assertThat(postings.apply(first, run("r2"))).isEqualTo(revision);
    assertThat(postings.history("alpha:1")).hasSize(1);
  }

  @Test
  void aRunIsStoredWholeOrNotAtAll() {
    Posting raw = FlatPosting.of(posting("alpha", "2")).state(null).build();
    assertThatThrownBy(
            () ->
                postings.apply(
                    List.of(new Change.New(posting("alpha", "1")), new Change.New(raw)), run("r1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alpha:2");
    assertThat(postings.byId("alpha:1")).isEmpty();
    assertThat(store.runs().newest(5)).isEmpty();
    assertThat(postings.revision()).isZero();
  }

  @Test
  void historyTellsEachStepNewestFirst() {
    Posting one = posting("alpha", "1");
    Posting renamed = FlatPosting.of(one).title("Label 30 photos").build();
    Posting gone =
        FlatPosting.of(renamed)
            .state(PostingState.MISSING)
            .stateReason(Reason.stated("absent"))
            .build();
    Posting closed =
        FlatPosting.of(gone).state(PostingState.CLOSED).stateReason(Reason.of("expired")).build();
    Posting back = FlatPosting.of(renamed).reposts(1).build();
    List<Change> steps =
        List.of(
            new Change.New(one),
            new Change.Changed(renamed, one, Set.of("title", "baseSalary")),
            new Change.Missing(gone),
            new Change.Closed(closed, gone),
            new Change.Reposted(back, closed));
    for (int i = 0; i < steps.size(); i++)
      postings.apply(List.of(steps.get(i)), run("r" + i, "alpha", NOON.plusSeconds(i), "partial"));
    assertThat(postings.history("alpha:1"))
        .extracting(Postings.HistoryRow::at, Postings.HistoryRow::what, Postings.HistoryRow::text)
        .containsExactly(
            tuple(NOON.plusSeconds(4), "reposted", ""),
            tuple(NOON.plusSeconds(3), "closed", "expired"),
            tuple(NOON.plusSeconds(2), "missing", "absent"),
            tuple(NOON.plusSeconds(1), "changed", "baseSalary, title"),
            tuple(NOON, "new", ""));
    assertThat(postings.byId("alpha:1")).contains(back);
  }

  private List<String> duplicates(String id) {
    return postings.byId(id).orElseThrow().standing().duplicates().stream()
        .map(Duplicate::id)
        .toList();
  }

  @Test
  void duplicatesNameEachOther() {
    postings.apply(List.of(new Change.New(posting("alpha", "1"))), run("r1"));
    long before = postings.revision();
    var inBeta =
        List.<Change>of(
            new Change.Duplicate(posting("beta", "1"), posting("alpha", "1")),
            new Change.Duplicate(posting("delta", "2"), posting("beta", "1")),
            new Change.Duplicate(posting("beta", "3"), posting("gamma", "unknown")));
    postings.apply(inBeta, run("r2", "beta", NOON, "items"));
    assertThat(duplicates("alpha:1")).containsExactlyInAnyOrder("beta:1", "delta:2");
    assertThat(duplicates("beta:1")).containsExactlyInAnyOrder("alpha:1", "delta:2");
    assertThat(duplicates("delta:2")).containsExactlyInAnyOrder("alpha:1", "beta:1");
    assertThat(duplicates("beta:3")).containsExactly("gamma:unknown");
    assertThat(store.changes().after(before, 10)).hasSize(4);
    assertThat(postings.history("alpha:1").getFirst().what()).isEqualTo("duplicate");
    assertThat(postings.history("alpha:1").getFirst().detail()).isEqualTo("beta:1, delta:2");
    long after = postings.revision();
    assertThat(postings.apply(inBeta, run("r3", "beta", NOON, "items"))).isEqualTo(after);
  }

  @Test
  void aChangeComputedBeforeADuplicateWasFoundKeepsIt() {
    Posting one = posting("alpha", "1");
    postings.apply(List.of(new Change.New(one)), run("r1"));
    postings.apply(
        List.of(new Change.Duplicate(posting("beta", "1"), posting("alpha", "1"))),
        run("r2", "beta", NOON, "items"));
    Posting renamed = FlatPosting.of(one).title("Renamed").build();
    postings.apply(List.of(new Change.Changed(renamed, one, Set.of("title"))), run("r3"));
    assertThat(postings.byId("alpha:1"))
        .contains(
            renamed.with(
                renamed.standing().toBuilder()
                    .duplicates(List.of(Duplicate.of(posting("beta", "1").job())))
                    .build()));
  }

  @Test
  void pagingByRevisionMissesNothingAndRepeatsNothing() {
    for (int batch = 0; batch < 3; batch++) {
      int from = batch * 700;
      postings.apply(newPostings(from, from + 700), run("r" + batch));
    }
    List<String> ids = new ArrayList<>();
    long revision = 0;
    for (var page = store.changes().after(0, 64);
        !page.isEmpty();
        page = store.changes().after(revision, 64)) {
      for (Changes.Entry entry : page) {
        assertThat(entry.revision()).isGreaterThan(revision);
        revision = entry.revision();
        ids.add(entry.posting());
      }
    }
    assertThat(ids).hasSize(2100).doesNotHaveDuplicates();
    assertThat(revision).isEqualTo(postings.revision());
    assertThat(postings.byIds(ids)).hasSize(2100);
    try (Stream<Posting> all = postings.notClosed()) {
      assertThat(all.map(Posting::id)).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  void closedPostingsAreKeptButNotOffered() {
    Posting closed = FlatPosting.of(posting("alpha", "1")).state(PostingState.CLOSED).build();
    postings.apply(
        List.of(new Change.New(closed), new Change.New(posting("alpha", "2"))), run("r1"));
    assertThat(postings.notClosed("alpha")).containsExactly(posting("alpha", "2"));
    try (Stream<Posting> all = postings.notClosed()) {
      assertThat(all).containsExactly(posting("alpha", "2"));
    }
    assertThat(postings.byId("alpha:1")).contains(closed);
    assertThat(postings.counts())
        .containsExactly(
            new Postings.StateCount("alpha", "closed", 1),
            new Postings.StateCount("alpha", "open", 1));
  }

  @Test
  void readingAStreamHalfwayGivesItsConnectionBack() {
    postings.apply(newPostings(0, 50), run("r1"));
    for (int i = 0; i < 20; i++) {
      try (Stream<Posting> all = postings.notClosed()) {
        assertThat(all.findFirst()).isPresent();
      }
    }
    assertThat(postings.byId("alpha:1")).isPresent();
  }

  @Test
  void textThatNoDatabaseCanHoldIsMendedOnceAndThenStable() {
    Posting odd =
        FlatPosting.of(posting("alpha", "1"))
            .title("nul\0 and half \ud83e pair")
            .description("\ud83e\uddea whole, half \udd00 \0")
            .build();
    long first = postings.apply(List.of(new Change.New(odd)), run("r1"));
    assertThat(postings.apply(List.of(new Change.New(odd)), run("r2"))).isEqualTo(first);
    assertThat(postings.byId("alpha:1").orElseThrow().job().description())
        .startsWith("\ud83e\uddea whole, half \ufffd");
  }

  private static List<Change> newPostings(int from, int to) {
    return IntStream.range(from, to)
        .<Change>mapToObj(i -> new Change.New(posting("alpha", "" + i)))
        .toList();
  }
}
