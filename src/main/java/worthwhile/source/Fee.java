package worthwhile.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a platform, or whoever pays out for it, keeps of a worker's money: a percentage plus a fixed
 * sum, within bounds. A change of the fee is a second one of the same name with a later day.
 *
 * @param name for people: "service fee"
 * @param on what it is taken from
 * @param method the way of paying out that it belongs to ("PayPal"); absent if to every one
 * @param percent of the amount; 0 if none
 * @param fixed added to the percentage; 0 if none
 * @param least what is taken at least; absent if there is no such bound
 * @param most what is taken at most; absent if there is no such bound
 * @param payout the smallest withdrawal, over which a fixed fee spreads; absent if not known
 * @param currency ISO 4217 code of fixed, least, most and payout
 * @param asOf day on which it was read or came into force
 * @param source where it was read
 * @param note a sentence to be shown beside it; absent if none
 */
public record Fee(
    String name,
    On on,
    Optional<String> method,
    BigDecimal percent,
    BigDecimal fixed,
    Optional<BigDecimal> least,
    Optional<BigDecimal> most,
    Optional<BigDecimal> payout,
    String currency,
    LocalDate asOf,
    String source,
    Optional<String> note) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** What a fee is taken from. */
  public enum On {
    /** Each payment for work. */
    EARNINGS,
    /** Each payment, for a tax that the worker owes. */
    WITHHOLDING,
    /** Each withdrawal of what was earned. */
    WITHDRAWAL
  }

  /** The same, reckoned from this smallest withdrawal. */
  public Fee withPayout(BigDecimal smallest) {
    return new Fee(
        name,
        on,
        method,
        percent,
        fixed,
        least,
        most,
        Optional.of(smallest),
        currency,
        asOf,
        source,
        note);
  }

  public Fee {
    Objects.requireNonNull(asOf, "asOf");
    if (percent.signum() < 0 || percent.compareTo(ALL) > 0)
      throw new IllegalArgumentException("percent must be 0 to 100, not " + percent);
    if (fixed.signum() < 0)
      throw new IllegalArgumentException("fixed must not be negative, but is " + fixed);
  }
}
