package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.HandClock;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Conduct;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.Prior;
import worthwhile.reputation.ReviewerVoice;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** What is reckoned anew from all reviews, and when. */
class WholeReckoningTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final HandClock clock = new HandClock(NOON);
  @TempDir private Path folder;
  private Store store;
  private int told;
  private WholeReckoning whole;

  @BeforeEach
  void open() {
    store = Store.open(TestDatabase.SQLITE.fresh(folder), clock);
    whole = new WholeReckoning(store, () -> told++, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Review review(String account, String requester, Outcome outcome) {
    RequesterId of = RequesterId.identified("mill", requester);
    return new Review(
        account + "-" + requester,
        account,
        Subject.requester(of.toString()),
        of.platform(),
        Optional.of(of),
        Optional.empty(),
        Review.Facts.of(outcome),
        Optional.empty(),
        Optional.empty(),
        true,
        false,
        clock.instant(),
        clock.instant(),
        clock.instant());
  }

  /** Stored as if their requesters were never reckoned. */
  private void keep(List<Review> reviews) {
    store.write(
        writing -> {
          for (Review review : reviews) writing.statements().reviews().add(review);
          return reviews.size();
        });
  }

  private List<Review> paidAndRejected(int requesters) {
    List<Review> all = new ArrayList<>();
    for (int i = 0; i < requesters; i++) {
      all.add(review("a" + i, "R" + i, Outcome.PAID));
      all.add(review("b" + i, "R" + i, Outcome.REJECTED));
    }
    return all;
  }

  private static double share(Review review) {
    return (1 + review.value().orElseThrow()) / 2;
  }

  /** Alike requesters make the assumption sure, at the mean of what they were given. */
  @Test
  void whatIsAssumedOfAPlatformIsTheMeanOfItsRequesters() {
    List<Review> reviews = paidAndRejected(20);
    keep(reviews);
    whole.run();
    Prior learned = Priors.of(store, "mill");
    assertThat(learned.mean())
        .isCloseTo((share(reviews.get(0)) + share(reviews.get(1))) / 2, within(1e-9));
    assertThat(learned.weight()).isCloseTo(5, within(1e-9));
    assertThat(Priors.of(store, "quarry")).isEqualTo(Prior.NEUTRAL);
  }

  @Test
  void requestersOfOneReviewSayNothingOfTheirPlatform() {
    List<Review> reviews = new ArrayList<>(paidAndRejected(19));
    reviews.add(review("c", "R19", Outcome.PAID));
    keep(reviews);
    whole.run();
    assertThat(Priors.of(store, "mill")).isEqualTo(Prior.NEUTRAL);
  }

  @Test
  void itIsDoneOncePerDayAndWhenSomethingIsNew() {
    assertThat(WholeReckoning.last(store)).isEmpty();
    whole.runIfDue();
    Instant day = Instant.parse("2026-11-20T00:00:00Z");
    assertThat(WholeReckoning.last(store)).contains(day);
    clock.move(Duration.ofHours(11));
    keep(List.of(review("a", "R1", Outcome.PAID), review("b", "R1", Outcome.PAID)));
    whole.runIfDue();
    assertThat(conduct("R1")).isPresent();
    assertThat(told).isOne();
    whole.runIfDue();
    assertThat(told).as("nothing is new").isOne();
    clock.move(Duration.ofHours(1));
    whole.runIfDue();
    assertThat(WholeReckoning.last(store)).contains(day.plus(Duration.ofDays(1)));
  }

  private Optional<Conduct> conduct(String requester) {
    return store.statements(each -> each.conducts().of(RequesterId.identified("mill", requester)));
  }

  @Test
  void aRecordThatNobodySaysAnythingForAnyMoreGoes() {
    keep(List.of(review("a", "R1", Outcome.PAID), review("b", "R2", Outcome.PAID)));
    whole.run();
    assertThat(conduct("R1")).isPresent();
    assertThat(conduct("R2")).isPresent();
    store.write(writing -> writing.statements().reviews().delete("a", "a-R1"));
    whole.run();
    assertThat(conduct("R1")).isEmpty();
    assertThat(conduct("R2")).isPresent();
    int before = told;
    whole.run();
    assertThat(told).as("all records are as they should be").isEqualTo(before);
  }

  @Test
  void whoReviewsForTheFirstTimeMeanwhileIsHeard() {
    keep(List.of(review("a", "R1", Outcome.PAID), review("b", "R2", Outcome.PAID)));
    Map<String, ReviewerVoice> voices = whole.voices();
    keep(List.of(review("newcomer", "R1", Outcome.REJECTED)));
    whole.reckon(voices);
    assertThat(conduct("R1").orElseThrow().unverified()).isEqualTo(2);
    assertThat(conduct("R2")).isPresent();
  }

  @Test
  void openPostingsCarryTheRecordThatIsFound() {
    Item offered =
        JobPosting.builder("mill", "mill", "1")
            .title("Sort pears")
            .hiringOrganization(new Organization("Stone Lab", "R1", null))
            .build();
    new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            clock)
        .take(
            Batch.Rows.of("mill", NOON)
                .outcome(RunOutcome.Read.PARTIAL)
                .items(List.of(offered))
                .build());
    keep(List.of(review("a", "R1", Outcome.PAID)));
    whole.run();
    assertThat(store.postings().byId("mill:1").orElseThrow().reputation().unverified()).isOne();
    assertThat(told).isOne();
  }
}
