package worthwhile.store.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.posting.Sightings.Sighting;
import worthwhile.store.source.Runs;

/** Who saw what, on both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SightingsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

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

  private static Posting posting(String title) {
    return FlatPosting.builder("alpha", "tasks", "1")
        .title(title)
        .state(PostingState.OPEN)
        .firstSeen(NOON)
        .lastSeen(NOON)
        .build();
  }

  private void saw(String account, String title, Instant at) {
    write(
        writing ->
            writing.sightings(
                List.of(
                    new Sighting(
                        account,
                        "alpha",
                        "alpha:1",
                        at,
                        Optional.empty(),
                        Optional.of(posting(title))))));
  }

  private void write(Consumer<Writing> work) {
    store.write(
        writing -> {
          work.accept(writing);
          return true;
        });
  }

  private List<String> shownTo(String account) {
    return store.sightings().shownTo(account).stream().map(p -> p.job().title()).toList();
  }

  @Test
  void anAccountSeesItsOwnUntilThePostingIsOpenForEverybody() {
    assertThat(store.sightings().version("a")).isEmpty();
    saw("a", "One", NOON);
    saw("b", "Two", NOON);
    saw("a", "Late", NOON.minusSeconds(1));
    assertThat(shownTo("a")).containsExactly("One");
    assertThat(shownTo("b")).containsExactly("Two");
    assertThat(shownTo("c")).isEmpty();
    assertThat(store.sightings().shownTo("a", "alpha:1").orElseThrow().standing())
        .extracting(s -> s.seenOnlyByYou(), s -> s.firstSeen())
        .containsExactly(true, NOON);
    Optional<Long> before = store.sightings().version("a");
    store.postings().apply(List.of(new Change.New(posting("Public"))), run("r0"));
    assertThat(shownTo("a")).isEmpty();
    assertThat(store.sightings().version("a")).isNotEqualTo(before);
    saw("a", "Again", NOON);
    assertThat(shownTo("a")).as("what is open for everybody is not her own").isEmpty();
    write(writing -> writing.forgetSightings(List.of("alpha:1")));
    assertThat(witnesses()).isEmpty();
  }

  @Test
  void whatNoBrowserShowsIsHiddenThenForgotten() {
    saw("a", "One", NOON);
    store.sightings().hideUnseen("alpha", NOON);
    assertThat(shownTo("a")).hasSize(1);
    Optional<Long> before = store.sightings().version("a");
    store.sightings().hideUnseen("alpha", NOON.plusSeconds(1));
    assertThat(shownTo("a")).isEmpty();
    assertThat(store.sightings().version("a")).isNotEqualTo(before);
    assertThat(witnesses()).as("it is still a witness").hasSize(1);
    store.sightings().deleteBefore(NOON.plusSeconds(1));
    assertThat(witnesses()).isEmpty();
  }

  private List<Sightings.Witness> witnesses() {
    return store.write(
        writing -> writing.witnesses(List.of("alpha:1")).getOrDefault("alpha:1", List.of()));
  }

  @Test
  void newOnesAreCountedByDay() {
    assertThat(allow(1, 3)).isEqualTo(3);
    assertThat(allow(1, 3)).isEqualTo(2);
    assertThat(allow(1, 3)).isZero();
    assertThat(allow(2, 9)).isEqualTo(5);
    assertThat(store.<Integer>write(writing -> writing.allowNew("b", 2, 1, 5))).isEqualTo(1);
  }

  private int allow(long day, int wanted) {
    return store.write(writing -> writing.allowNew("a", day, wanted, 5));
  }

  @Test
  void seenAgainMovesOnlyTheTime() {
    Posting posting = posting("A task");
    long revision = store.postings().apply(List.of(new Change.New(posting)), run("r1"));
    List<Change> again = List.of(new Change.Unchanged(posting));
    write(writing -> writing.seen(again, NOON.plusSeconds(60)));
    write(writing -> writing.seen(again, NOON.minusSeconds(60)));
    assertThat(store.postings().byId("alpha:1").orElseThrow().standing().lastSeen())
        .isEqualTo(NOON.plusSeconds(60));
    assertThat(store.postings().revision()).isEqualTo(revision);
  }

  private static Runs.Run run(String id) {
    return new Runs.Run(
        id, "alpha", NOON, "forwarded", Optional.empty(), 0, 1, 1, 0, 0, 0, Duration.ZERO);
  }
}
