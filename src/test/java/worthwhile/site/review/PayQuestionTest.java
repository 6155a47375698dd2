package worthwhile.site.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;

class PayQuestionTest {
  private static Review review(Outcome outcome, String handedIn, String changed) {
    Instant created = Instant.parse(handedIn + "T10:00:00Z");
    return new Review(
        "1",
        "a",
        Subject.platform("p"),
        "p",
        Optional.empty(),
        Optional.empty(),
        Review.Facts.of(outcome),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        created,
        created,
        changed == null ? created : Instant.parse(changed + "T11:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    // handed in, said to wait still, days of the card, today, asked
    "2026-11-01, , 21, 2026-11-21, false",
    "2026-11-01, , 21, 2026-11-22, true",
    "2026-11-01, , 0, 2026-11-01, true",
    "2026-11-01, , , 2027-11-01, false",
    "2026-11-01, 2026-11-23, 21, 2026-11-29, false",
    "2026-11-01, 2026-11-23, 21, 2026-11-30, true",
    "2026-11-01, 2026-11-02, 21, 2026-11-10, false"
  })
  void whoWaitsIsAskedWhenTheMoneyIsDueAndAWeekAfterSheSaidThatItDidNotCome(
      String handedIn, String changed, Integer days, LocalDate today, boolean asked) {
    Review review = review(Outcome.PENDING, handedIn, changed);
    PayQuestion question = PayQuestion.of(review, Optional.ofNullable(days)).orElseThrow();
    assertThat(question.isDue(today)).isEqualTo(asked);
    assertThat(question.due().isPresent()).isEqualTo(days != null);
    assertThat(PayQuestion.of(review(Outcome.PAID, handedIn, changed), Optional.of(1))).isEmpty();
  }
}
