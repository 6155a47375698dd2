package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;

class MissingPayTest {
  private static MonetaryAmount pay(@Nullable String min, @Nullable String max) {
    return new MonetaryAmount(
        "USD",
        min == null ? null : new BigDecimal(min),
        max == null ? null : new BigDecimal(max),
        UnitText.TASK,
        null,
        null,
        null);
  }

  @Test
  void aRangeSaysNothingWhereItsEndIsMoreThanAHundredTimesItsStart() {
    assertThat(MissingPay.tooWide(pay("0.50", "50"))).isEmpty();
    assertThat(MissingPay.tooWide(pay("0.50", "50.01")))
        .map(Reason::code)
        .contains("range-implausible");
  }

  @Test
  void whatHasOneEndIsNoRange() {
    assertThat(MissingPay.tooWide(pay("0.50", null))).isEmpty();
    assertThat(MissingPay.tooWide(pay(null, "900"))).isEmpty();
  }

  private static MonetaryAmount of(
      String currency, @Nullable String min, @Nullable String max, @Nullable UnitText unit) {
    return new MonetaryAmount(
        currency,
        min == null ? null : new BigDecimal(min),
        max == null ? null : new BigDecimal(max),
        unit,
        null,
        null,
        null);
  }

  private static List<String> missing(@Nullable MonetaryAmount amount, boolean isTimed) {
    JobPosting posting =
        JobPosting.builder("mill", "mill", "1")
            .title("Sort pears")
            .baseSalary(amount)
            .timeMeasured(isTimed ? Duration.ofMinutes(5) : null)
            .build();
    return MissingPay.of(posting, Rates.shipped()).stream().map(Reason::code).toList();
  }

  @Test
  void everythingThatIsMissingIsNamed() {
    assertThat(missing(null, false)).containsExactly("pay-not-stated", "time-not-known");
    assertThat(missing(null, true)).containsExactly("pay-not-stated");
    assertThat(missing(of("USD", null, "5", UnitText.TASK), false))
        .containsExactly("only-most-stated", "time-not-known");
    assertThat(missing(of("USD", "5", null, UnitText.PROJECT), false))
        .containsExactly("only-least-stated", "time-not-known");
    assertThat(missing(of("USD", "5", null, UnitText.TASK), true))
        .containsExactly("only-least-stated");
    assertThat(missing(of("XXX", "5", "5", UnitText.HOUR), false))
        .containsExactly("rate-not-known");
    assertThat(missing(of("USD", "5", "5", null), false)).containsExactly("unit-not-stated");
    assertThat(missing(of("SB", "5", "5", UnitText.POINTS), false))
        .containsExactly("worth-not-known");
  }

  @Test
  void aTimeIsKnownByWhoeverTellsIt() {
    JobPosting none = JobPosting.builder("mill", "mill", "1").title("Sort pears").build();
    WorkReport heard = new WorkReport("a", BigDecimal.TEN, null, WorkReport.Outcome.PAID, "timer");
    for (JobPosting timed :
        List.of(
            none.toBuilder().timeRequired(Duration.ofMinutes(5)).build(),
            none.toBuilder().timeMeasured(Duration.ofMinutes(5)).build(),
            none.toBuilder().reports(List.of(heard)).build()))
      assertThat(MissingPay.of(timed, Rates.shipped()))
          .extracting(Reason::code)
          .containsExactly("pay-not-stated");
  }

  @Test
  void onlyWhatIsPaidByTheTaskIsARewardForOne() {
    Rewards rewards = new Rewards(Rates.shipped());
    JobPosting posting = JobPosting.builder("mill", "mill", "1").title("Sort pears").build();
    assertThat(rewards.forTask(posting)).isEmpty();
    assertThat(
            rewards.forTask(
                posting.toBuilder().baseSalary(of("USD", "5", "5", UnitText.TASK)).build()))
        .contains(BigDecimal.valueOf(5));
    for (UnitText unit : List.of(UnitText.HOUR, UnitText.PROJECT))
      assertThat(rewards.forTask(posting.toBuilder().baseSalary(of("USD", "5", "5", unit)).build()))
          .isEmpty();
  }
}
