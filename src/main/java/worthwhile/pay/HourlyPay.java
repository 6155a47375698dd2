package worthwhile.pay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.UnitText;

/**
 * Pay per hour from what a posting states: rate or amount, and time.
 *
 * <ul>
 *   <li>Paid by time: low and high are the ends of the range, the median their geometric mean,
 *       since pay spreads in ratios. A day counts 8 hours, and so on ({@link UnitText#hours}).
 *   <li>Paid by task or project, with the time that the platform or requester states: amount by
 *       time. {@code timeAllowed} is a limit and never counts.
 *   <li>Paid by task, with reports of how long it took: see {@link Reported}. They are stronger
 *       than the requester's own estimate.
 *   <li>"up to X" alone promises nothing: half of X is taken as the median, a quarter as the low
 *       end, and the evidence says so. "from X" alone is taken at X.
 *   <li>Anything else, a fixed-price project without hours first of all, is absent.
 * </ul>
 *
 * <p>Fence: a result above 1,000 USD an hour, or above 500 for work of less than a minute, or below
 * 0.05, is a misread unit, decimal mark or duration far more often than pay; it is absent.
 */
public final class HourlyPay {
  static final String CURRENCY = "USD";

  private static final MathContext INSIDE = MathContext.DECIMAL64;
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(1000);
  private static final BigDecimal HIGHEST_OF_SECONDS = BigDecimal.valueOf(500);
  private static final BigDecimal LOWEST = new BigDecimal("0.05");

  private HourlyPay() {}

  /** The estimate, in USD; absent if the posting does not state enough. */
  public static Optional<Pay> of(JobPosting posting, Rates rates) {
    MonetaryAmount salary = posting.baseSalary();
    if (salary == null || salary.unitText() == null) return Optional.empty();
    List<String> evidence = new ArrayList<>();
    evidence.add(Sentences.stated(salary));
    if (salary.unitText() == UnitText.POINTS) return inMoney(posting, rates, evidence);
    return of(posting, rates, evidence);
  }

  /** Points first become money, at the rate of the day. */
  private static Optional<Pay> inMoney(JobPosting posting, Rates rates, List<String> evidence) {
    Optional<Points.InMoney> money = rates.points().inMoney(posting);
    money.ifPresent(found -> evidence.add(found.evidence()));
    return money
        .map(found -> posting.toBuilder().baseSalary(found.amount()).build())
        .flatMap(converted -> of(converted, rates, evidence));
  }

  private static Optional<Pay> of(JobPosting posting, Rates rates, List<String> evidence) {
    MonetaryAmount salary = posting.baseSalary();
    return Range.of(salary, evidence)
        .flatMap(range -> range.in(CURRENCY, salary.currency(), rates, evidence))
        .flatMap(range -> perHour(posting, range, evidence, asOf(posting, rates)));
  }

  private static Optional<Pay> perHour(
      JobPosting posting, Range range, List<String> evidence, Instant asOf) {
    UnitText unit = posting.baseSalary().unitText();
    return switch (unit) {
      case HOUR, DAY, WEEK, MONTH, YEAR -> byTime(unit, range, evidence, asOf);
      case TASK ->
          Reported.of(posting, range, evidence).or(() -> byTask(posting, range, evidence, asOf));
      case PROJECT -> byTask(posting, range, evidence, asOf);
      case WORD, AUDIO_MINUTE, PIECE, POINTS -> Optional.empty();
    };
  }

  private static Optional<Pay> byTime(
      UnitText unit, Range range, List<String> evidence, Instant asOf) {
    BigDecimal hours = unit.hours().orElseThrow();
    if (unit != UnitText.HOUR) evidence.add(Sentences.hours(unit, hours));
    return pay(
        range.times(BigDecimal.ONE.divide(hours, INSIDE)),
        Pay.Basis.STATED,
        1,
        asOf,
        evidence,
        false);
  }

  private static Optional<Pay> byTask(
      JobPosting posting, Range range, List<String> evidence, Instant asOf) {
    Duration time = posting.timeRequired();
    if (time == null || !time.isPositive()) return Optional.empty();
    evidence.add("The source states " + Sentences.time(time) + " for it.");
    BigDecimal factor = perHour(minutes(time));
    boolean seconds = time.compareTo(Duration.ofMinutes(1)) < 0;
    return pay(range.times(factor), Pay.Basis.STATED, 1, asOf, evidence, seconds);
  }

  /** Times that so many minutes fit into an hour. */
  static BigDecimal perHour(BigDecimal minutes) {
    return MINUTES_PER_HOUR.divide(minutes, INSIDE);
  }

  private static BigDecimal minutes(Duration time) {
    return BigDecimal.valueOf(time.toMillis()).divide(BigDecimal.valueOf(60_000), INSIDE);
  }

  /** Within the fence, to the cent; absent outside. */
  static Optional<Pay> pay(
      Range hourly, Pay.Basis basis, int n, Instant asOf, List<String> evidence, boolean seconds) {
    BigDecimal highest = seconds ? HIGHEST_OF_SECONDS : HIGHEST;
    boolean outside =
        hourly.median().compareTo(highest) > 0 || hourly.median().compareTo(LOWEST) < 0;
    if (outside) return Optional.empty();
    return Optional.of(
        new Pay(
            CURRENCY,
            cents(hourly.low()),
            cents(hourly.median()),
            cents(hourly.high()),
            basis,
            n,
            asOf,
            evidence,
            null));
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }

  /** When the statement was made; where that is not known, the day of the rates if any was used. */
  private static Instant asOf(JobPosting posting, Rates rates) {
    if (posting.datePosted() != null) return posting.datePosted();
    if (posting.baseSalary().currency().equals(CURRENCY)) return null;
    return rates.date().atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
