package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;

class HourlyPayTest {
  private static final Rates RATES = Rates.shipped();

  private static JobPosting.Builder paying(String currency, String min, String max, UnitText unit) {
    MonetaryAmount amount =
        new MonetaryAmount(
            currency,
            min == null ? null : new BigDecimal(min),
            max == null ? null : new BigDecimal(max),
            unit,
            null,
            "as stated",
            null);
    return JobPosting.builder("s", "s", "1").title("A task").baseSalary(amount);
  }

  private static Pay pay(JobPosting.Builder posting) {
    return HourlyPay.of(posting.build(), RATES).orElseThrow();
  }

  private static Optional<Pay> maybe(JobPosting.Builder posting) {
    return HourlyPay.of(posting.build(), RATES);
  }

  private static WorkReport report(String worker, String minutes, WorkReport.Outcome outcome) {
    return new WorkReport(
        worker, new BigDecimal(minutes), Instant.parse("2026-09-01T00:00:00Z"), outcome, "forum");
  }

  @Test
  void anHourlyRangeIsTakenAsItStands() {
    Pay pay = pay(paying("USD", "16", "25", UnitText.HOUR));
    assertThat(pay.low()).isEqualByComparingTo("16");
    assertThat(pay.median()).isEqualByComparingTo("20");
    assertThat(pay.high()).isEqualByComparingTo("25");
    assertThat(pay.basis()).isEqualTo(Pay.Basis.STATED);
    assertThat(pay.n()).isEqualTo(1);
    assertThat(pay.evidence())
        .containsExactly("The posting states 16 to 25 USD per hour (\"as stated\").");
    assertThat(pay.asOf()).isNull();
  }

  @Test
  void longerPeriodsAreBrokenDown() {
    assertThat(pay(paying("USD", "80", "80", UnitText.DAY)).median()).isEqualByComparingTo("10");
    assertThat(pay(paying("USD", "400", "400", UnitText.WEEK)).median()).isEqualByComparingTo("10");
    assertThat(pay(paying("USD", "20800", "41600", UnitText.YEAR)).high())
        .isEqualByComparingTo("20");
    assertThat(pay(paying("USD", "80", "80", UnitText.DAY)).evidence())
        .contains("A day is counted as 8 hours of work.");
  }

  @Test
  void otherCurrenciesAreConvertedAndTheDayIsSaid() {
    Pay pay = pay(paying("GBP", "10", "10", UnitText.HOUR));
    assertThat(pay.currency()).isEqualTo("USD");
    assertThat(pay.median()).isEqualByComparingTo("13.48");
    assertThat(pay.asOf()).isEqualTo("2026-09-02T00:00:00Z");
    assertThat(String.join(" ", pay.evidence())).contains("2 September 2026");
    assertThat(maybe(paying("NGN", "5000", "5000", UnitText.HOUR))).isEmpty();
  }

  @Test
  void aTaskNeedsItsTime() {
    assertThat(maybe(paying("USD", "0.5", "0.5", UnitText.TASK))).isEmpty();
    assertThat(maybe(paying("USD", "0.5", "0.5", UnitText.TASK).timeAllowed(Duration.ofMinutes(5))))
        .isEmpty();
    Pay pay = pay(paying("USD", "0.5", "0.5", UnitText.TASK).timeRequired(Duration.ofMinutes(5)));
    assertThat(pay.median()).isEqualByComparingTo("6");
    assertThat(pay.evidence()).contains("The source states 5 minutes for it.");
  }

  @Test
  void aProjectWithoutHoursIsNotGuessed() {
    assertThat(maybe(paying("USD", "250", "750", UnitText.PROJECT))).isEmpty();
    assertThat(maybe(paying("USD", "5", "5", UnitText.PIECE).timeRequired(Duration.ofHours(1))))
        .isEmpty();
    assertThat(maybe(paying("USD", "15", "15", null))).isEmpty();
    assertThat(maybe(JobPosting.builder("s", "s", "1").title("No pay"))).isEmpty();
  }

  @Test
  void reportsBeatTheRequestersOwnEstimate() {
    JobPosting.Builder posting =
        paying("USD", "1", "1", UnitText.TASK)
            .timeRequired(Duration.ofMinutes(2))
            .reports(
                List.of(
                    report("a", "5", WorkReport.Outcome.PAID),
                    report("b", "6", null),
                    report("c", "60", WorkReport.Outcome.PENDING),
                    report("d", "1", WorkReport.Outcome.SCREENED_OUT),
                    report("e", "20400", WorkReport.Outcome.PAID)));
    Pay pay = pay(posting);
    assertThat(pay.basis()).isEqualTo(Pay.Basis.REPORTED);
    assertThat(pay.n()).isEqualTo(3);
    assertThat(pay.median()).isEqualByComparingTo("10");
    assertThat(pay.low()).isLessThan(new BigDecimal("7"));
    assertThat(pay.high()).isGreaterThan(new BigDecimal("15"));
    assertThat(pay.asOf()).isEqualTo("2026-09-01T00:00:00Z");
  }

  @Test
  void oneWorkerWithAThousandReportsIsOneWorker() {
    List<WorkReport> many =
        Stream.generate(() -> report("a", "1", WorkReport.Outcome.PAID)).limit(1000).toList();
    Pay pay = pay(paying("USD", "1", "1", UnitText.TASK).reports(many));
    assertThat(pay.n()).isEqualTo(1);
    assertThat(pay.low()).isEqualByComparingTo("27.27");
    assertThat(pay.evidence()).anyMatch(sentence -> sentence.contains("one unverified report"));
  }

  @Test
  void nonsenseIsFenced() {
    assertThat(maybe(paying("USD", "1", "1", UnitText.TASK).timeRequired(Duration.ofSeconds(5))))
        .isEmpty();
    assertThat(
            maybe(paying("USD", "0.25", "0.25", UnitText.TASK).timeRequired(Duration.ofSeconds(5))))
        .isPresent();
    assertThat(maybe(paying("USD", "90000", "90000", UnitText.HOUR))).isEmpty();
    assertThat(maybe(paying("USD", "15", "15", UnitText.YEAR))).isEmpty();
  }

  @Test
  void upToPromisesNothing() {
    Pay pay = pay(paying("USD", null, "40", UnitText.HOUR));
    assertThat(pay.median()).isEqualByComparingTo("20");
    assertThat(pay.high()).isEqualByComparingTo("40");
    assertThat(pay.evidence()).anyMatch(sentence -> sentence.contains("Up to"));
    assertThat(pay(paying("USD", "12", null, UnitText.HOUR)).median()).isEqualByComparingTo("12");
  }
}
