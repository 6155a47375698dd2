package worthwhile.forward;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import worthwhile.pay.money.Points;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.UnitText;

/**
 * What a platform usually pays: up to three times what all but one in a hundred of its stored
 * postings state, or a fixed bound where too few are stored. Lures promise much, so there is no
 * lower end. Both the amount and what it comes to per hour count, in USD.
 */
final class UsualPay {
  private static final int FEWEST = 20;
  private static final BigDecimal TIMES = BigDecimal.valueOf(3);
  private static final BigDecimal MOST_PER_HOUR = BigDecimal.valueOf(1_000);
  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  private final Supplier<List<Posting>> sample;
  private final Supplier<Rates> newest;
  private @Nullable List<JobPosting> jobs;
  private @Nullable Rates rates;

  /**
   * What is usual by these postings; for one thread.
   *
   * @param sample the platform's own, as others see them; asked for once, if some pay is to be told
   */
  UsualPay(Supplier<List<Posting>> sample, Supplier<Rates> newest) {
    this.sample = sample;
    this.newest = newest;
  }

  /** Whether a posting pays no more than is usual; also where its pay cannot be compared. */
  boolean isUsual(JobPosting posting) {
    if (posting.baseSalary() == null) return true;
    Optional<MonetaryAmount> amount = amount(posting);
    if (amount.isEmpty()) return true;
    UnitText unit = amount.get().unitText();
    if (unit == null) return true;
    return isWithin(posting, job -> usd(job, unit), bound(unit))
        && isWithin(posting, this::hourly, MOST_PER_HOUR);
  }

  private boolean isWithin(
      JobPosting posting, Function<JobPosting, Optional<BigDecimal>> figure, BigDecimal bound) {
    Optional<BigDecimal> own = figure.apply(posting);
    if (own.isEmpty()) return true;
    List<BigDecimal> all =
        jobs().stream().flatMap(job -> figure.apply(job).stream()).sorted().toList();
    if (all.size() < FEWEST) return own.get().compareTo(bound) <= 0;
    BigDecimal high = all.get(Math.ceilDiv(all.size() * 99, 100) - 1);
    return own.get().compareTo(high.multiply(TIMES)) <= 0;
  }

  private Rates rates() {
    if (rates == null) rates = newest.get();
    return rates;
  }

  private List<JobPosting> jobs() {
    if (jobs == null) jobs = sample.get().stream().map(Posting::job).toList();
    return jobs;
  }

  /** The most that it states, in money. */
  private Optional<MonetaryAmount> amount(JobPosting posting) {
    return rates()
        .points()
        .inMoney(posting)
        .map(Points.InMoney::amount)
        .or(() -> Optional.ofNullable(posting.baseSalary()));
  }

  private Optional<BigDecimal> usd(JobPosting posting, @Nullable UnitText unit) {
    return amount(posting).filter(amount -> amount.unitText() == unit).flatMap(this::usd);
  }

  private Optional<BigDecimal> usd(MonetaryAmount amount) {
    return Optional.ofNullable(amount.maxValue())
        .or(() -> Optional.ofNullable(amount.minValue()))
        .flatMap(most -> rates().convert(most, amount.currency(), "USD"));
  }

  private Optional<BigDecimal> hourly(JobPosting posting) {
    Duration time = posting.timeRequired();
    if (time == null || time.toMinutes() < 1) return Optional.empty();
    return usd(posting, UnitText.TASK)
        .map(
            reward ->
                reward
                    .multiply(MINUTES)
                    .divide(BigDecimal.valueOf(time.toMinutes()), 6, RoundingMode.HALF_UP));
  }

  /** Above it, pay is unusual anywhere. */
  private static BigDecimal bound(UnitText unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case WORD -> 2;
          case AUDIO_MINUTE -> 20;
          case TASK, PIECE -> 250;
          case HOUR -> 500;
          case DAY -> 2_000;
          case WEEK -> 8_000;
          case MONTH -> 30_000;
          case PROJECT -> 50_000;
          case YEAR -> 300_000;
          case POINTS -> 100_000;
        });
  }
}
