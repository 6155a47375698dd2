package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.source.Fee;

class HourlyPayTest {
  private static final Rates RATES = Rates.shipped();

  private static JobPostingBuilder paying(String currency, String min, String max, UnitText unit) {
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

  private static Pay pay(JobPostingBuilder posting) {
    return HourlyPay.of(posting.build(), RATES).orElseThrow();
  }

  private static Optional<Pay> maybe(JobPostingBuilder posting) {
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
        .extracting(Reason::text)
        .containsExactly("The posting states 16 to 25 USD per hour (\"as stated\").");
    assertThat(pay.asOf()).isNull();
  }

  @Test
  void hoursThatThePostingStatesCountBeforeTheUsualOnes() {
    Pay pay = pay(paying("USD", "400", "400", UnitText.WEEK).title("Moderator, 20 hours per week"));
    assertThat(pay.median()).isEqualByComparingTo("20");
    assertThat(pay.evidence())
        .extracting(Reason::text)
        .contains("A week is counted as 20 hours of work, as the posting says.");
    JobPostingBuilder monthly = paying("USD", "867", "867", UnitText.MONTH);
    assertThat(pay(monthly.description("You work 10 hours a week.")).median())
        .isBetween(new BigDecimal("19.9"), new BigDecimal("20.1"));
  }

  @Test
  void longerPeriodsAreBrokenDown() {
    assertThat(pay(paying("USD", "80", "80", UnitText.DAY)).median()).isEqualByComparingTo("10");
    assertThat(pay(paying("USD", "400", "400", UnitText.WEEK)).median()).isEqualByComparingTo("10");
    assertThat(pay(paying("USD", "20800", "41600", UnitText.YEAR)).high())
        .isEqualByComparingTo("20");
    assertThat(pay(paying("USD", "80", "80", UnitText.DAY)).evidence())
        .extracting(Reason::text)
        .contains("A day is counted as 8 hours of work.");
  }

  @Test
  void otherCurrenciesAreConvertedAndTheDayIsSaid() {
    Pay pay = pay(paying("GBP", "10", "10", UnitText.HOUR));
    assertThat(pay.currency()).isEqualTo("USD");
    assertThat(pay.median()).isEqualByComparingTo("13.48");
    assertThat(pay.asOf()).isEqualTo("2026-09-02T00:00:00Z");
    assertThat(pay.evidence())
        .extracting(Reason::text)
        .contains(
            "Converted from GBP to USD at the European Central Bank's reference rates of"
                + " 2 September 2026.");
    assertThat(maybe(paying("XXX", "5000", "5000", UnitText.HOUR))).isEmpty();
  }

  @Test
  void whatTheCentralBankLacksIsConvertedAtTheWorldsRatesAndSaysSo() {
    Pay pay = pay(paying("NGN", "10000", "10000", UnitText.HOUR));
    assertThat(pay.median()).isBetween(new BigDecimal("5"), new BigDecimal("9"));
    assertThat(pay.asOf()).isEqualTo("2026-09-29T00:00:00Z");
    assertThat(pay.evidence())
        .extracting(Reason::text)
        .contains(
            "Converted from NGN to USD at the rates of 29 September 2026 of the currency-api"
                + " project (CC0).",
            "The official rate of NGN can differ from what a worker gets for it.");
  }

  @Test
  void aTaskByItsStatedTime() {
    Pay pay = pay(paying("USD", "0.5", "0.5", UnitText.TASK).timeRequired(Duration.ofMinutes(5)));
    assertThat(pay.median()).isEqualByComparingTo("6");
    assertThat(pay.low()).isLessThan(new BigDecimal("4"));
    assertThat(pay.high()).isGreaterThan(new BigDecimal("9"));
    assertThat(pay.basis()).isEqualTo(Pay.Basis.STATED);
    assertThat(pay.evidence())
        .extracting(Reason::text)
        .contains("The source states 5 minutes for it.");
    Pay inText =
        pay(
            paying("USD", "0.5", "0.5", UnitText.TASK)
                .description("A short survey. It takes about 5 minutes. You have 60 minutes."));
    assertThat(inText.median()).isEqualByComparingTo("6");
    assertThat(inText.evidence())
        .extracting(Reason::text)
        .contains("Its text says 5 minutes for it.");
  }

  @Test
  void withoutAnyTimeTasksLikeItAreAllThatIsKnown() {
    Pay pay =
        pay(
            paying("USD", "0.5", "0.5", UnitText.TASK)
                .title("Answer a survey")
                .timeAllowed(Duration.ofHours(1)));
    assertThat(pay.basis()).isEqualTo(Pay.Basis.SIMILAR);
    assertThat(pay.n()).isZero();
    assertThat(pay.median()).isBetween(new BigDecimal("2"), new BigDecimal("8"));
    assertThat(pay.high()).isGreaterThan(pay.low().multiply(new BigDecimal("5")));
    assertThat(pay.evidence())
        .extracting(Reason::text)
        .anyMatch(sentence -> sentence.startsWith("Nobody has said"));
  }

  @Test
  void theTimeAllowedIsNotTheTimeNeeded() {
    Pay hour = pay(paying("USD", "1", "1", UnitText.TASK).timeAllowed(Duration.ofHours(1)));
    Pay day = pay(paying("USD", "1", "1", UnitText.TASK).timeAllowed(Duration.ofDays(1)));
    assertThat(hour.median()).isGreaterThan(new BigDecimal("3"));
    assertThat(day.median()).isGreaterThan(hour.median().divide(BigDecimal.TWO));
  }

  @Test
  void aProjectWithoutHoursIsNotGuessed() {
    assertThat(maybe(paying("USD", "250", "750", UnitText.PROJECT))).isEmpty();
    assertThat(maybe(paying("USD", "5", "5", UnitText.PIECE).timeRequired(Duration.ofHours(1))))
        .isEmpty();
    assertThat(maybe(paying("USD", "15", "15", null))).isEmpty();
    assertThat(maybe(paying("USD", "250", "250", UnitText.TASK)))
        .as("no micro-task, and nothing like it is known")
        .isEmpty();
    assertThat(maybe(JobPosting.builder("s", "s", "1").title("No pay"))).isEmpty();
  }

  @Test
  void reportsMoveWhatTheRequesterStates() {
    JobPostingBuilder posting =
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
    assertThat(pay.median()).isBetween(new BigDecimal("8"), new BigDecimal("20"));
    assertThat(pay.low()).isLessThan(new BigDecimal("12"));
    assertThat(pay.high()).isGreaterThan(new BigDecimal("15"));
    assertThat(pay.asOf()).isEqualTo("2026-09-01T00:00:00Z");
    assertThat(pay.evidence())
        .extracting(Reason::text)
        .anyMatch(sentence -> sentence.startsWith("2 reports do not count as times"));
  }

  @Test
  void oneWorkerWithAThousandReportsIsOneWorker() {
    List<WorkReport> many =
        Stream.generate(() -> report("a", "1", WorkReport.Outcome.PAID)).limit(1000).toList();
    Pay once = pay(paying("USD", "1", "1", UnitText.TASK).reports(many.subList(0, 1)));
    Pay pay = pay(paying("USD", "1", "1", UnitText.TASK).reports(many));
    assertThat(pay.n()).isEqualTo(1);
    assertThat(pay.median()).isEqualByComparingTo(once.median());
    assertThat(pay.median())
        .as("one lucky report does not count as 60")
        .isLessThan(new BigDecimal("40"));
    assertThat(pay.evidence())
        .extracting(Reason::text)
        .anyMatch(sentence -> sentence.contains("one unverified report"));
    assertThat(pay.evidence())
        .extracting(Reason::text)
        .anyMatch(sentence -> sentence.startsWith("1000 reports by 1 worker"));
  }

  @Test
  void manyWorkersOutweighEverythingElse() {
    List<WorkReport> many =
        IntStream.range(0, 40).mapToObj(i -> timed("w" + i, i < 36 ? "10" : "0.1")).toList();
    Pay pay = pay(paying("USD", "1", "1", UnitText.TASK).reports(many));
    assertThat(pay.basis()).isEqualTo(Pay.Basis.LOGGED);
    assertThat(pay.median()).isBetween(new BigDecimal("5.7"), new BigDecimal("6.3"));
  }

  @Test
  void whatThePlatformMeasuredIsAKindOfItsOwn() {
    Pay pay =
        pay(
            paying("USD", "2", "2", UnitText.TASK)
                .reports(
                    List.of(new WorkReport(null, new BigDecimal("12"), null, null, "platform"))));
    assertThat(pay.basis()).isEqualTo(Pay.Basis.PLATFORM);
    assertThat(pay.median()).isEqualByComparingTo("10");
    assertThat(pay.evidence())
        .extracting(Reason::text)
        .contains("The platform measured 12 minutes.");
  }

  @Test
  void otherTasksOfTheRequesterCount() {
    HourlyPay estimate = HourlyPay.at(RATES);
    JobPosting asked = paying("USD", "0.2", "0.2", UnitText.TASK).title("Match two shapes").build();
    List<JobPosting> others =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    JobPosting.builder("s", "s", "other" + i)
                        .title("Match two shapes")
                        .baseSalary(MonetaryAmount.of("USD", new BigDecimal("0.2"), UnitText.TASK))
                        .reports(
                            IntStream.range(0, 9).mapToObj(w -> timed("w" + i + w, "6")).toList())
                        .build())
            .toList();
    Pay alone = estimate.of(asked, List.of()).orElseThrow();
    Pay pay = estimate.of(asked, others).orElseThrow();
    assertThat(pay.basis()).isEqualTo(Pay.Basis.SIMILAR);
    assertThat(pay.n()).isEqualTo(36);
    assertThat(pay.median()).isBetween(new BigDecimal("1.7"), new BigDecimal("2.4"));
    assertThat(alone.median()).isGreaterThan(new BigDecimal("3"));
    assertThat(pay.high()).isLessThan(alone.high());
    assertThat(estimate.of(asked, List.of(asked))).as("it is no other task").contains(alone);
  }

  @Test
  void whatIsTakenOffAddsUp() {
    Fee fee =
        new Fee(
            "service fee",
            Fee.On.EARNINGS,
            Optional.empty(),
            BigDecimal.TEN,
            BigDecimal.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "USD",
            LocalDate.parse("2026-01-01"),
            "https://p.example/fees",
            Optional.empty());
    HourlyPay estimate =
        HourlyPay.at(RATES, platform -> platform.equals("s") ? Fees.of(List.of(fee)) : Fees.NONE);
    JobPosting posting =
        paying("USD", "0.77", "0.77", UnitText.TASK)
            .timeRequired(Duration.ofMinutes(7))
            .reports(
                List.of(
                    report("a", "7", WorkReport.Outcome.PAID),
                    report("b", "7", WorkReport.Outcome.REJECTED),
                    report("c", "3", WorkReport.Outcome.SCREENED_OUT)))
            .build();
    Pay pay = estimate.of(posting, List.of()).orElseThrow();
    assertThat(pay.lines())
        .extracting(Pay.Line::text)
        .containsExactly(
            "Fee: service fee",
            "Rejected work",
            "Screened out",
            "Returned work",
            "Looking for work");
    assertThat(pay.lines().stream().map(Pay.Line::amount).reduce(pay.median(), BigDecimal::add))
        .isEqualTo(pay.effective());
    assertThat(pay.lines())
        .extracting(Pay.Line::certain)
        .containsExactly(true, false, false, false, false);
    assertThat(pay.net())
        .as("the median less the fee")
        .isEqualTo(pay.median().add(pay.lines().getFirst().amount()));
    assertThat(pay.lines().getFirst().assumed()).isFalse();
    assertThat(pay.lines().getLast().assumed()).isTrue();
    assertThat(pay.effective()).isLessThan(pay.median().multiply(new BigDecimal("0.6")));
    Pay hourly = pay(paying("USD", "20", "20", UnitText.HOUR));
    assertThat(hourly.effective()).as("nothing is known of it").isNull();
    assertThat(hourly.net()).isEqualTo(hourly.median());
    assertThat(
            estimate
                .of(paying("USD", "20", "20", UnitText.HOUR).build(), List.of())
                .orElseThrow()
                .effective())
        .isEqualByComparingTo("18");
  }

  @Test
  void generalFiguresTakeAQuarter() {
    Pay pay = pay(paying("USD", "1", "1", UnitText.TASK).timeRequired(Duration.ofMinutes(6)));
    assertThat(pay.effective()).isBetween(new BigDecimal("7.49"), new BigDecimal("7.51"));
    assertThat(pay.lines()).allMatch(Pay.Line::assumed);
  }

  private static WorkReport timed(String worker, String minutes) {
    return new WorkReport(worker, new BigDecimal(minutes), null, null, "timer");
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
    assertThat(maybe(paying("USD", null, "40", UnitText.HOUR))).isEmpty();
    assertThat(maybe(paying("USD", "12", null, UnitText.HOUR))).isEmpty();
  }

  @Test
  void theFenceStandsAtAThousandAnHourAndAtFiveCents() {
    assertThat(maybe(paying("USD", "1000", "1000", UnitText.HOUR))).isPresent();
    assertThat(maybe(paying("USD", "1000.01", "1000.01", UnitText.HOUR))).isEmpty();
    assertThat(maybe(paying("USD", "0.05", "0.05", UnitText.HOUR))).isPresent();
    assertThat(maybe(paying("USD", "0.049", "0.049", UnitText.HOUR))).isEmpty();
    HourlyPay estimate = HourlyPay.at(RATES);
    assertThat(missing(estimate, "1001")).isEqualTo("true");
    assertThat(missing(estimate, "0.01")).isEqualTo("false");
  }

  private static String missing(HourlyPay estimate, String hourly) {
    return switch (estimate.perHour(
        paying("USD", hourly, hourly, UnitText.HOUR).build(), List.of())) {
      case PerHour.NotKnown(List<Reason> why) ->
          String.valueOf(why.getFirst().parameters().get("high"));
      case PerHour.Known known -> known.toString();
    };
  }

  @Test
  void workOfSecondsIsFencedAtFiveHundred() {
    JobPostingBuilder ten = paying("USD", "10", "10", UnitText.TASK);
    assertThat(maybe(ten.timeRequired(Duration.ofSeconds(61)))).isPresent();
    assertThat(maybe(ten.timeRequired(Duration.ofSeconds(59)))).isEmpty();
    assertThat(maybe(ten.timeRequired(Duration.ofSeconds(37)))).isEmpty();
    assertThat(maybe(ten.timeRequired(Duration.ofSeconds(35)))).isEmpty();
    JobPostingBuilder eight = paying("USD", "8", "8", UnitText.TASK);
    assertThat(maybe(eight.timeRequired(Duration.ofMillis(57_700)))).isPresent();
    assertThat(maybe(eight.timeRequired(Duration.ofMillis(57_500)))).isEmpty();
  }

  /** Twice and half of the middle beside what the time is off by. */
  @Test
  void aRangeOfRewardsMakesTheIntervalWider() {
    Duration five = Duration.ofMinutes(5);
    Pay one = pay(paying("USD", "2", "2", UnitText.TASK).timeRequired(five));
    Pay range = pay(paying("USD", "1", "4", UnitText.TASK).timeRequired(five));
    assertThat(range.median()).isEqualByComparingTo(one.median());
    double time = Math.log(one.median().doubleValue() / one.low().doubleValue());
    assertThat(Math.log(range.median().doubleValue() / range.low().doubleValue()))
        .isCloseTo(Math.hypot(Math.log(2), time), within(0.002));
    assertThat(Math.log(range.high().doubleValue() / range.median().doubleValue()))
        .isCloseTo(Math.hypot(Math.log(2), time), within(0.002));
  }

  @Test
  void feesAreThoseOfTheDayOfThePosting() {
    HourlyPay estimate =
        HourlyPay.at(RATES, _ -> Fees.of(List.of(fee(20, "2020-01-01"), fee(10, "2026-01-01"))));
    JobPostingBuilder posting = paying("USD", "10", "10", UnitText.HOUR);
    assertThat(estimate.of(posting.build(), List.of()).orElseThrow().net())
        .isEqualByComparingTo("9");
    posting.datePosted(Instant.parse("2025-12-31T23:00:00Z"));
    assertThat(estimate.of(posting.build(), List.of()).orElseThrow().net())
        .isEqualByComparingTo("8");
  }

  private static Fee fee(int percent, String day) {
    return new Fee(
        "fee",
        Fee.On.EARNINGS,
        Optional.empty(),
        BigDecimal.valueOf(percent),
        BigDecimal.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "USD",
        LocalDate.parse(day),
        "mill",
        Optional.empty());
  }

  @Test
  void whatBecameOfOtherTasksCountsAsWell() {
    HourlyPay estimate = HourlyPay.at(RATES);
    JobPosting asked =
        paying("USD", "1", "1", UnitText.TASK).timeRequired(Duration.ofMinutes(6)).build();
    JobPosting rejected =
        JobPosting.builder("s", "s", "2")
            .title("A task")
            .reports(List.of(report("a", "6", WorkReport.Outcome.REJECTED)))
            .build();
    Pay alone = estimate.of(asked, List.of()).orElseThrow();
    Pay beside = estimate.of(asked, List.of(rejected)).orElseThrow();
    assertThat(beside.effective()).isLessThan(alone.effective());
    JobPosting itself = asked.toBuilder().reports(rejected.reports()).build();
    assertThat(estimate.of(asked, List.of(itself)).orElseThrow().effective())
        .isEqualByComparingTo(alone.effective());
  }
}
