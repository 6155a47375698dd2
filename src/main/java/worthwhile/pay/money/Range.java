package worthwhile.pay.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Reason;

/** Low, middle and high of an amount, before rounding. */
public record Range(BigDecimal low, BigDecimal median, BigDecimal high) {
  private static final MathContext INSIDE = MathContext.DECIMAL64;

  /** What an amount promises; absent if it is only a most ("up to") or only a least ("from"). */
  public static Optional<Range> of(MonetaryAmount amount) {
    BigDecimal min = amount.minValue();
    BigDecimal max = amount.maxValue();
    if (min == null || max == null) return Optional.empty();
    return Optional.of(new Range(min, middle(min, max), max));
  }

  /** The geometric mean, kept between the two. */
  static BigDecimal middle(BigDecimal a, BigDecimal b) {
    if (a.compareTo(b) == 0) return a;
    return a.multiply(b).sqrt(INSIDE).max(a.min(b)).min(a.max(b));
  }

  /** In another currency; absent if there is no rate for one of them. */
  public Optional<Range> in(String currency, String stated, Rates rates, List<Reason> evidence) {
    if (stated.equals(currency)) return Optional.of(this);
    Optional<BigDecimal> one = rates.convert(BigDecimal.ONE, stated, currency);
    if (one.isEmpty()) return Optional.empty();
    evidence.addAll(rates.evidence(stated, currency));
    return Optional.of(
        new Range(
            rates.convert(low, stated, currency).orElseThrow(),
            rates.convert(median, stated, currency).orElseThrow(),
            rates.convert(high, stated, currency).orElseThrow()));
  }

  public Range times(BigDecimal factor) {
    return new Range(
        low.multiply(factor, INSIDE),
        median.multiply(factor, INSIDE),
        high.multiply(factor, INSIDE));
  }
}
