package worthwhile.site.guide;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.source.Fee;

/**
 * The pay of an invented task, worked out by the code that works out all others.
 *
 * @param stated with the time that the posting states
 * @param measured with what the platform measured beside
 * @param reported with what workers told beside
 */
public record PayExample(Pay stated, Pay measured, Pay reported) {
  private static final String PLATFORM = "example";

  /** Pounds, so that a rate of exchange is seen at work. */
  public static final MonetaryAmount REWARD =
      MonetaryAmount.of("GBP", new BigDecimal("2.00"), UnitText.TASK);

  public static final Duration STATED = Duration.ofMinutes(10);
  public static final Duration MEASURED = Duration.ofMinutes(12);

  /** What five workers say it took, in minutes; one of them was not paid. */
  public static final List<Integer> TOLD = List.of(11, 13, 14, 16, 20);

  /** The same in words: 11, 13 and 14, or with another word for "and". */
  public static String toldMinutes(String and) {
    List<String> all = TOLD.stream().map(String::valueOf).toList();
    return String.join(", ", all.subList(0, all.size() - 1)) + " " + and + " " + all.getLast();
  }

  private static final Fee FEE =
      new Fee(
          "service fee",
          Fee.On.EARNINGS,
          Optional.empty(),
          BigDecimal.valueOf(5),
          BigDecimal.ZERO,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "USD",
          LocalDate.of(2026, 1, 1),
          "an invented card",
          Optional.empty());

  static PayExample of(Rates rates) {
    HourlyPay pays = HourlyPay.at(rates, _ -> Fees.of(List.of(FEE)));
    JobPosting plain = task().build();
    JobPosting timed = task().timeMeasured(MEASURED).build();
    JobPosting told = task().timeMeasured(MEASURED).reports(reports()).build();
    return new PayExample(of(pays, plain), of(pays, timed), of(pays, told));
  }

  private static Pay of(HourlyPay pays, JobPosting task) {
    return pays.of(task, List.of()).orElseThrow();
  }

  private static JobPostingBuilder task() {
    return JobPosting.builder(PLATFORM, PLATFORM, "1")
        .title("Sort forty product names")
        .baseSalary(REWARD)
        .timeRequired(STATED);
  }

  private static List<WorkReport> reports() {
    return IntStream.range(0, TOLD.size()).mapToObj(PayExample::report).toList();
  }

  private static WorkReport report(int i) {
    var outcome = i == 0 ? WorkReport.Outcome.REJECTED : WorkReport.Outcome.PAID;
    return new WorkReport("worker-" + i, BigDecimal.valueOf(TOLD.get(i)), null, outcome, "review");
  }
}
