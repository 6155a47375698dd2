package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.HandClock;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.warning.Circumstances;

/** Each span of time by which a posting is judged beside others, at its bound and beside it. */
class CircumstanceBoundsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final String WORDS =
      "Look at the photographs of kitchen shelves and tell for each of them how many cups stand on"
          + " the second board from the top, whether a plate leans at the wall and which colour the"
          + " board has been painted with";

  private final HandClock clock = new HandClock(NOON);
  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(TestDatabase.SQLITE.fresh(folder), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static JobPosting offer(String id, String requester, String text) {
    return JobPosting.builder("mill", "mill", id)
        .title("Count cups " + id)
        .description(text)
        .hiringOrganization(new Organization(requester, requester, null))
        .build();
  }

  /** Stores what was read so long before noon. */
  private void keep(Duration before, JobPosting... postings) {
    Instant at = NOON.minus(before);
    new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            clock)
        .take(
            Batch.Rows.of("mill", at)
                .outcome(RunOutcome.Read.PARTIAL)
                .items(List.<Item>of(postings))
                .build());
  }

  private Circumstances of(JobPosting asked, JobPosting... beside) {
    List<JobPosting> batch = new ArrayList<>(List.of(asked));
    batch.addAll(List.of(beside));
    return new StoredCircumstances(store, batch, NOON).of(asked, Set::of);
  }

  /** She is new for three days, where somebody is known for more than fourteen. */
  @ParameterizedTest
  @CsvSource({
    "PT336H0.001S, PT72H, false",
    "PT336H0.001S, PT71H59M59.999S, true",
    "PT336H, PT1H, false"
  })
  void somebodyIsNewOnAPlatformThatIsKnown(Duration platform, Duration herself, boolean isNew) {
    keep(platform, offer("1", "Ash", "Sort leaves"));
    keep(herself, offer("2", "Birch", "Sort boxes"));
    assertThat(of(offer("3", "Birch", "Sort rows")).newHere()).isEqualTo(isNew);
    assertThat(of(offer("4", "Ash", "Sort rows")).newHere()).isFalse();
  }

  @Test
  void whoWasNeverSeenIsNew() {
    keep(Duration.ofDays(30), offer("1", "Ash", "Sort leaves"));
    assertThat(of(offer("2", "Birch", "Sort rows")).newHere()).isTrue();
    JobPosting nobody = offer("3", "x", "Sort").toBuilder().hiringOrganization(null).build();
    assertThat(of(nobody).newHere()).isFalse();
    assertThat(of(nobody).atOnce()).isZero();
  }

  @Test
  void whatSomebodyNewPutsUpWithinTheHourIsCountedWithTheBatch() {
    keep(Duration.ofDays(30), offer("1", "Ash", "Sort leaves"));
    keep(Duration.ofHours(1).plusMillis(1), offer("2", "Birch", "Sort old"));
    keep(Duration.ofHours(1), offer("3", "Birch", "Sort new"));
    Circumstances found =
        of(
            offer("4", "Birch", "Sort rows"),
            offer("3", "Birch", "Sort new"),
            offer("5", "Cedar", "Sort"));
    assertThat(found.atOnce()).as("3 and 4").isEqualTo(2);
    assertThat(of(offer("6", "Ash", "Sort rows")).atOnce()).as("she is known").isZero();
  }

  /** Words are copied from whoever had them more than seven days before, within ninety. */
  @ParameterizedTest
  @CsvSource({"PT168H0.001S, true", "PT168H, false", "PT2160H, true", "PT2160H0.001S, false"})
  void wordsAreCopiedFromWhoHadThemLongBefore(Duration before, boolean copied) {
    keep(before, offer("1", "Ash", WORDS));
    Circumstances found = of(offer("2", "Birch", WORDS));
    assertThat(found.original().isPresent()).isEqualTo(copied);
    assertThat(of(offer("3", "Ash", WORDS)).original()).as("her own").isEmpty();
    assertThat(of(offer("4", "ash", WORDS)).otherNames()).as("the same name").isZero();
  }

  @Test
  void otherNamesAreCountedOnceEach() {
    keep(Duration.ofDays(1), offer("1", "Ash", WORDS), offer("2", "Birch", WORDS));
    Circumstances found =
        of(
            offer("3", "Cedar", WORDS),
            offer("4", "Cedar", WORDS),
            offer("5", "Elm", WORDS),
            offer("6", "Birch", WORDS));
    assertThat(found.otherNames()).as("Ash, Birch and Elm").isEqualTo(3);
    assertThat(of(offer("7", "Oak", "Too few words to tell")).otherNames()).isZero();
  }

  @Test
  void whoHadTheWordsHerselfBeforeTheOtherCopiedNothing() {
    keep(Duration.ofDays(20), offer("1", "Ash", WORDS));
    keep(Duration.ofDays(14), offer("2", "Birch", WORDS));
    assertThat(of(offer("3", "Birch", WORDS)).original())
        .as("within a week of the first")
        .isEmpty();
    assertThat(of(offer("4", "Cedar", WORDS)).original().map(one -> one.name()))
        .isEqualTo(Optional.of("Ash"));
  }
}
