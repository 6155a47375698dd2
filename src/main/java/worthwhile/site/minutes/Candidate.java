package worthwhile.site.minutes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.RequesterId;
import worthwhile.posting.UnitText;
import worthwhile.search.PostingFacts;

/**
 * An open task of which is known how long it takes and what is left of its pay.
 *
 * @param time by which its pay per hour is reckoned
 * @param money what is left of its pay, in US dollars
 */
record Candidate(Posting posting, PostingFacts facts, Duration time, BigDecimal money) {
  private static final BigDecimal HOUR = BigDecimal.valueOf(Duration.ofHours(1).toMillis());

  /** Time is planned in pieces of six seconds, each task rounded up. */
  static final Duration UNIT = Duration.ofSeconds(6);

  /** Absent where time or pay is not known well enough to plan with. */
  static Optional<Candidate> of(Posting posting, PostingFacts facts) {
    Pay pay = posting.pay();
    if (pay == null || !pay.currency().equals("USD") || pay.net().signum() <= 0)
      return Optional.empty();
    boolean open =
        posting.state() == PostingState.OPEN || posting.state() == PostingState.EVERGREEN;
    if (!open || !isOneSum(posting.job().baseSalary())) return Optional.empty();
    return time(posting, pay, facts)
        .filter(Duration::isPositive)
        .map(time -> new Candidate(posting, facts, time, money(pay, time)));
  }

  /** "Up to" and "from" are no sum to plan with, neither is the middle of a range. */
  private static boolean isOneSum(@Nullable MonetaryAmount stated) {
    return stated != null
        && stated.minValue() != null
        && stated.maxValue() != null
        && stated.minValue().compareTo(stated.maxValue()) == 0;
  }

  /** Of a fixed reward, the time that its pay per hour means; else the time that is told. */
  private static Optional<Duration> time(Posting posting, Pay pay, PostingFacts facts) {
    if (facts.duration().isEmpty()) return Optional.empty();
    MonetaryAmount stated = posting.job().baseSalary();
    boolean perTask = stated != null && stated.unitText() == UnitText.TASK;
    if (!perTask || facts.reward().isEmpty() || pay.median().signum() <= 0)
      return Optional.of(Duration.ofMillis(facts.duration().getAsLong()));
    BigDecimal reward = BigDecimal.valueOf(facts.reward().getAsLong(), 6);
    return Optional.of(
        Duration.ofMillis(
            reward.multiply(HOUR).divide(pay.median(), 0, RoundingMode.HALF_UP).longValue()));
  }

  private static BigDecimal money(Pay pay, Duration time) {
    return pay.net()
        .multiply(BigDecimal.valueOf(time.toMillis()))
        .divide(HOUR, 6, RoundingMode.HALF_UP);
  }

  /** What is left of its pay for an hour. */
  BigDecimal hourly() {
    return posting.pay() == null ? BigDecimal.ZERO : posting.pay().net();
  }

  Knapsack.Item item() {
    return new Knapsack.Item(
        PostingFacts.millionths(money, RoundingMode.FLOOR),
        units(time),
        RequesterId.of(posting.job()).map(RequesterId::toString),
        String.valueOf(posting.job().occupationalCategory()));
  }

  /** So many units, begun ones counted as whole. */
  static int units(Duration time) {
    return Math.toIntExact(Math.max(1, time.plus(UNIT).minusMillis(1).dividedBy(UNIT)));
  }
}
