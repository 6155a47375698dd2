package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Change;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingState;
import worthwhile.store.Sightings.Sighting;

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

  @Test
  void twoWorkersWhoSawTheSameAgree() {
    Sightings sightings = store.sightings();
    assertThat(sightings.note(List.of())).isEmpty();
    assertThat(sightings.note(List.of(saw("a", "x")))).isEmpty();
    assertThat(sightings.note(List.of(saw("a", "x")))).as("one worker twice").isEmpty();
    assertThat(sightings.note(List.of(saw("b", "y")))).as("something else").isEmpty();
    assertThat(sightings.note(List.of(saw("b", "x")))).containsExactly("alpha:1");
    sightings.forget(List.of("alpha:1"), "x");
    assertThat(sightings.note(List.of(saw("a", "y")))).containsExactly("alpha:1");
    sightings.forget(List.of("alpha:1"));
    assertThat(sightings.note(List.of(saw("c", "y")))).isEmpty();
    sightings.deleteBefore(NOON.plusSeconds(1));
    assertThat(sightings.note(List.of(saw("d", "y")))).isEmpty();
  }

  @Test
  void seenAgainMovesOnlyTheTime() {
    JobPosting posting =
        JobPosting.builder("alpha", "tasks", "1")
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
    store.sightings().seen(List.of("alpha:1", "alpha:none"), NOON.plusSeconds(60));
    store.sightings().seen(List.of("alpha:1"), NOON.minusSeconds(60));
    assertThat(store.postings().byId("alpha:1").orElseThrow().lastSeen())
        .isEqualTo(NOON.plusSeconds(60));
    assertThat(store.postings().revision()).isEqualTo(revision);
  }
}
