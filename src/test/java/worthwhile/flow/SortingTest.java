package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Change;
import worthwhile.intake.Normalise;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.TaskKind;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.posting.Changes;
import worthwhile.store.posting.Postings.HistoryRow;
import worthwhile.store.source.Runs.Run;

/** What was stored under other rules gets the category and kind of today, without its source. */
class SortingTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir private Path folder;

  /** What lay in the store, and what it is to be. */
  private enum Case {
    WITHOUT("Record your voice reading 40 words", null, null, "voice-recording", "MICRO_TASK"),
    OF_AN_OLD_LIST(
        "Transcribe a short recording", "audio", null, "audio-transcription", "MICRO_TASK"),
    OVERTAKEN(
        "Voice recording in Twi", "audio-transcription", null, "voice-recording", "MICRO_TASK"),
    BY_A_SOURCE_S_WORD("Plum and pear", "translation", null, "translation", "MICRO_TASK"),
    UNKNOWN_WORD("Plum and apple", "Gartenbau", null, "Gartenbau", "MICRO_TASK"),
    STATED_KIND("Translate a menu into Czech", null, TaskKind.JOB, "translation", "JOB"),
    CLOSED("Translate a poster into Thai", null, null, "translation", "MICRO_TASK");

    private final String title;
    private final String before;
    private final TaskKind stated;
    private final String category;
    private final TaskKind kind;

    Case(String title, String before, TaskKind stated, String category, String kind) {
      this.title = title;
      this.before = before;
      this.stated = stated;
      this.category = category;
      this.kind = TaskKind.valueOf(kind);
    }

    private static Case of(int number) {
      return values()[number % values().length];
    }
  }

  private static Posting stored(int number) {
    Case one = Case.of(number);
    return FlatPosting.builder("mill", "mill", "%05d".formatted(number))
        .title(one.title)
        .occupationalCategory(one.before)
        .kind(one.stated)
        .state(one == Case.CLOSED ? PostingState.CLOSED : PostingState.OPEN)
        .firstSeen(NOW)
        .lastSeen(NOW)
        .build();
  }

  private static void fill(Store store, int count) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) changes.add(new Change.New(stored(i)));
    Run run =
        new Run(
            "r", "mill", NOW, "items", Optional.empty(), 1, count, count, 0, 0, 0, Duration.ZERO);
    store.postings().apply(changes, run);
  }

  private static void assertSorted(Store store, int count) {
    for (int i = 0; i < count; i++) {
      JobPosting job = store.postings().byId("mill:%05d".formatted(i)).orElseThrow().job();
      assertThat(job.occupationalCategory()).as(job.title()).isEqualTo(Case.of(i).category);
      assertThat(job.kind()).as(job.title()).isEqualTo(Case.of(i).kind);
    }
  }

  private static Sorting sorting(Store store) {
    return new Sorting(store, Normalise.plain(), CLOCK);
  }

  private Store open(String address) {
    return Store.open(address, CLOCK);
  }

  @ParameterizedTest
  @EnumSource
  void everythingStoredIsSortedOnceAndItsHistoryDoesNotTell(TestDatabase database) {
    try (Store store = open(database.fresh(folder))) {
      int count = Sorting.STEP + 20;
      fill(store, count);
      long before = store.postings().revision();
      assertThat(sorting(store).step()).isTrue();
      Sorting afterARestart = sorting(store);
      assertThat(afterARestart.step()).isFalse();
      assertSorted(store, count);
      List<Changes.Entry> told = store.changes().after(before, 2_000);
      assertThat(told).allMatch(entry -> entry.what().equals("reassessed"));
      assertThat(told.stream().map(Changes.Entry::posting)).doesNotHaveDuplicates().hasSize(count);
      assertThat(store.postings().history("mill:00000").stream().map(HistoryRow::what))
          .containsExactly("new");
      long after = store.postings().revision();
      assertThat(sorting(store).step()).isFalse();
      assertThat(store.postings().revision()).isEqualTo(after);
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoProcessesShareTheWork(TestDatabase database) {
    String address = database.fresh(folder);
    try (Store one = open(address);
        Store two = open(address)) {
      int count = 6 * Sorting.STEP + 1;
      fill(one, count);
      long before = one.postings().revision();
      Stream.of(sorting(one), sorting(two)).parallel().forEach(SortingTest::run);
      assertSorted(one, count);
      assertThat(one.changes().after(before, 9_000).stream().map(Changes.Entry::posting))
          .doesNotHaveDuplicates();
    }
  }

  private static void run(Sorting sorting) {
    boolean more = true;
    while (more) more = sorting.step();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverWasOvertakenByOtherRulesStops(TestDatabase database) {
    try (Store store = open(database.fresh(folder))) {
      fill(store, 2 * Sorting.STEP);
      Sorting old = sorting(store);
      old.step();
      store.meta().put(Sorting.NAME, "other-rules mill:00002");
      assertThat(old.step()).isFalse();
      run(sorting(store));
      assertSorted(store, 2 * Sorting.STEP);
    }
  }
}
