package worthwhile.pay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.pay.money.PayReasons;
import worthwhile.pay.money.Range;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;

/** What is missing where a posting's pay per hour cannot be told. */
final class MissingPay {
  /** From the least to so many times the least is the widest range that says anything. */
  private static final BigDecimal WIDEST = BigDecimal.valueOf(100);

  /**
   * The same of a belief: one learned from like tasks alone reaches some 220 times for a reward of
   * 20 dollars; wider ones come of times that contradict each other.
   */
  private static final BigDecimal WIDEST_BELIEF = BigDecimal.valueOf(400);

  private MissingPay() {}

  /**
   * What its amount lacks, and its time if that is not known either.
   *
   * @param paid that {@link Rewards} found nothing in
   */
  static List<Reason> of(JobPosting paid, Rates rates) {
    List<Reason> missing = new ArrayList<>();
    MonetaryAmount amount = paid.baseSalary();
    if (amount == null) missing.add(Reason.of("pay-not-stated"));
    else missing.addAll(of(amount, paid, rates));
    if (needsTime(amount) && !isTimed(paid)) missing.add(time());
    return missing;
  }

  private static List<Reason> of(MonetaryAmount amount, JobPosting posting, Rates rates) {
    List<Reason> missing = new ArrayList<>();
    if (amount.minValue() == null || amount.maxValue() == null)
      missing.add(PayReasons.bound(amount));
    if (amount.unitText() == null) missing.add(Reason.of("unit-not-stated"));
    if (amount.unitText() == UnitText.POINTS) {
      if (rates.points().inMoney(posting).isEmpty())
        missing.add(Reason.of("worth-not-known").with("points", amount.currency()));
    } else if (rates.convert(BigDecimal.ONE, amount.currency(), HourlyPay.CURRENCY).isEmpty()) {
      missing.add(Reason.of("rate-not-known").with("currency", amount.currency()));
    }
    return missing;
  }

  private static boolean needsTime(@Nullable MonetaryAmount amount) {
    if (amount == null) return true;
    return amount.unitText() == UnitText.TASK || amount.unitText() == UnitText.PROJECT;
  }

  private static boolean isTimed(JobPosting posting) {
    return TaskListing.statedSeconds(posting).isPresent()
        || OtherTasks.platform(posting).isPresent()
        || !Voices.of(posting.reports()).isEmpty();
  }

  /** How long it takes. */
  static Reason time() {
    return Reason.of("time-not-known");
  }

  /** How many words, pieces or minutes of recording an hour brings. */
  static Reason pace(UnitText unit) {
    return Reason.of("pace-not-known").with("unit", unit.name());
  }

  /** That a range is so wide that it says nothing; absent if it is not, or is no range. */
  static Optional<Reason> tooWide(MonetaryAmount amount) {
    BigDecimal min = amount.minValue();
    BigDecimal max = amount.maxValue();
    if (min == null || max == null || max.compareTo(min.multiply(WIDEST)) <= 0)
      return Optional.empty();
    return Optional.of(
        Reason.of("range-implausible")
            .with("min", min)
            .with("max", max)
            .with("currency", amount.currency()));
  }

  /** Whether an interval is so wide that it says nothing. */
  static boolean isTooWide(Range hourly) {
    return hourly.high().compareTo(hourly.low().multiply(WIDEST_BELIEF)) > 0;
  }

  /** That what is known of the time is too far apart. */
  static Reason contradiction() {
    return Reason.of("times-too-far-apart");
  }

  /** A figure that no work pays. */
  static Reason plausibility(boolean high) {
    return Reason.of("pay-implausible").with("high", high);
  }
}
