package worthwhile.store.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static Sighting saw(String worker, String print) {
    return new Sighting("alpha:1", print, worker, NOON);
  }

  private Set<String> note(Sighting... sightings) {
    return store.write(writing -> writing.sightings(List.of(sightings)));
  }

  private void write(Consumer<Writing> work) {
    store.write(
        writing -> {
          work.accept(writing);
          return true;
        });
  }

  @Test
  void twoWorkersWhoSawTheSameAgree() {
    List<String> one = List.of("alpha:1");
    assertThat(note()).isEmpty();
    assertThat(note(saw("a", "x"))).isEmpty();
    assertThat(note(saw("a", "x"))).as("one worker twice").isEmpty();
    assertThat(note(saw("b", "y"))).as("something else").isEmpty();
    assertThat(note(saw("b", "x"))).containsExactly("alpha:1");
    write(writing -> writing.forgetSightings(one, "x"));
    assertThat(note(saw("a", "y"))).containsExactly("alpha:1");
    write(writing -> writing.forgetSightings(one));
    assertThat(note(saw("c", "y"))).isEmpty();
    store.sightings().deleteBefore(NOON.plusSeconds(1));
    assertThat(note(saw("d", "y"))).isEmpty();
  }

  @Test
  void seenAgainMovesOnlyTheTime() {
    Posting posting =
        FlatPosting.builder("alpha", "tasks", "1")
            .title("A task")
            .state(PostingState.OPEN)
            .firstSeen(NOON)
            .lastSeen(NOON)
            .build();
    long revision =
        store
            .postings()
            .apply(
                List.of(new Change.New(posting)),
                new Runs.Run(
                    "r1",
                    "alpha",
                    NOON,
                    "forwarded",
                    Optional.empty(),
                    0,
                    1,
                    1,
                    0,
                    0,
                    0,
                    Duration.ZERO));
    List<Change> again = List.of(new Change.Unchanged(posting));
    write(writing -> writing.seen(again, NOON.plusSeconds(60)));
    write(writing -> writing.seen(again, NOON.minusSeconds(60)));
    assertThat(store.postings().byId("alpha:1").orElseThrow().standing().lastSeen())
        .isEqualTo(NOON.plusSeconds(60));
    assertThat(store.postings().revision()).isEqualTo(revision);
  }
}
