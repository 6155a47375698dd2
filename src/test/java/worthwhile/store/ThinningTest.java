package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.posting;
import static worthwhile.store.Examples.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.store.posting.Postings;
import worthwhile.store.source.Bodies;
import worthwhile.store.source.Runs;

/** What is old is kept in outline, in both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ThinningTest {
  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(folder), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void ran(String id, String source, Duration after, String outcome) {
    store.runs().add(run(id, source, NOON.plus(after), outcome));
  }

  private List<String> runs(String source) {
    return store.runs().ofSource(source, 99).stream().map(Runs.Run::id).toList();
  }

  @Test
  void ofOldDaysEachSourceKeepsItsLastCompleteRun() {
    ran("first", "alpha", Duration.ofHours(-11), "items");
    ran("last", "alpha", Duration.ofHours(11), "unchanged");
    ran("refused", "alpha", Duration.ofMinutes(690), "blocked");
    ran("others", "beta", Duration.ofHours(-11), "items");
    ran("next day", "alpha", Duration.ofHours(13), "empty");
    ran("young", "alpha", Duration.ofHours(14), "items");
    assertThat(store.runs().thin(NOON.plus(Duration.ofHours(14)))).isEqualTo(3);
    assertThat(runs("alpha")).containsExactly("young", "last");
    assertThat(runs("beta")).containsExactly("others");
    assertThat(store.runs().thin(NOON.plus(Duration.ofHours(14)))).isZero();
  }

  @Test
  void theNewestRunStaysHoweverItEndedAndSoDoesOneUnderWay() {
    ran("complete", "alpha", Duration.ZERO, "items");
    ran("dead", "alpha", Duration.ofMinutes(1), "gone");
    ran("under way", "alpha", Duration.ofMinutes(2), "running");
    ran("held", "alpha", Duration.ofMinutes(3), "held-back");
    assertThat(store.runs().thin(NOON.plus(Duration.ofDays(400)))).isEqualTo(1);
    assertThat(runs("alpha")).containsExactly("held", "under way", "complete");
  }

  @Test
  void aRunWhosePagesAreKeptStays() {
    Response page =
        new Response(URI.create("https://a.example/"), 200, Map.of(), new byte[] {1}, NOON);
    store
        .bodies()
        .keep(
            "alpha",
            "with pages",
            List.of(
                new Bodies.Page(
                    "https://a.example/",
                    page,
                    Validators.of(Optional.empty(), Optional.empty()),
                    Optional.empty())));
    ran("with pages", "alpha", Duration.ZERO, "items");
    ran("without", "alpha", Duration.ofMinutes(1), "items");
    ran("later", "alpha", Duration.ofMinutes(2), "items");
    assertThat(store.runs().thin(NOON.plus(Duration.ofDays(400)))).isEqualTo(1);
    assertThat(runs("alpha")).containsExactly("later", "with pages");
  }

  private void happened(String task, String... steps) {
    Posting before = posting("alpha", task);
    for (int i = 0; i < steps.length; i++) {
      Change change = change(steps[i], before, i);
      Instant at = NOON.plus(Duration.ofDays(i));
      store.postings().apply(List.of(change), run(task + i, "alpha", at, "partial"), false);
      before = change.posting();
    }
  }

  private static Change change(String step, Posting before, int number) {
    return switch (step) {
      case "new" -> new Change.New(before);
      case "changed" ->
          new Change.Changed(
              FlatPosting.of(before).title("Title " + number).build(), before, Set.of("title"));
      case "missing" ->
          new Change.Missing(
              FlatPosting.of(before)
                  .state(PostingState.MISSING)
                  .stateReason(Reason.stated("absent"))
                  .build());
      case "closed" ->
          new Change.Closed(
              FlatPosting.of(before)
                  .state(PostingState.CLOSED)
                  .stateReason(Reason.of("expired"))
                  .build(),
              before);
      case "reopened" ->
          new Change.Reopened(
              FlatPosting.of(before).state(PostingState.OPEN).stateReason(null).build(),
              before,
              Set.of());
      default -> throw new IllegalArgumentException(step);
    };
  }

  @Test
  void ofAClosedTaskItStaysThatItWasFoundAndWhenItClosedLast() {
    happened("1", "new", "changed", "missing", "closed", "reopened", "changed", "closed");
    assertThat(store.changes().thinClosed(NOON.plus(Duration.ofDays(9)))).isEqualTo(5);
    assertThat(store.postings().history("alpha:1"))
        .extracting(Postings.HistoryRow::at, Postings.HistoryRow::what)
        .containsExactly(tuple(NOON.plus(Duration.ofDays(6)), "closed"), tuple(NOON, "new"));
    assertThat(store.changes().thinClosed(NOON.plus(Duration.ofDays(9)))).isZero();
  }

  @Test
  void whatIsYoungerAndWhatHappenedToOpenTasksStays() {
    happened("closed", "new", "changed", "changed", "closed");
    happened("open", "new", "changed", "changed");
    assertThat(store.changes().thinClosed(NOON.plus(Duration.ofDays(2)))).isEqualTo(1);
    assertThat(store.postings().history("alpha:closed"))
        .extracting(Postings.HistoryRow::what)
        .containsExactly("closed", "changed", "new");
    assertThat(store.postings().history("alpha:open")).hasSize(3);
  }

  @Test
  void whoFollowsTheChangesLearnsThatSomeAreNoLongerTold() {
    happened("1", "new");
    long before = store.postings().revision();
    happened("2", "new", "changed", "closed");
    long closed = store.postings().revision();
    assertThat(store.changes().reachesBackTo(before)).isTrue();
    store.changes().thinClosed(NOON.plus(Duration.ofDays(9)));
    assertThat(store.changes().reachesBackTo(before)).isFalse();
    assertThat(store.changes().reachesBackTo(closed)).isTrue();
    store.changes().thin(NOON.plus(Duration.ofDays(99)));
    assertThat(store.changes().reachesBackTo(before)).isFalse();
  }
}
