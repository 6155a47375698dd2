package worthwhile.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one point or token of a platform was worth on a day.
 *
 * @param code as the platform's definitions name it in {@code currency}: SB
 * @param worth of one point, more than 0
 * @param currency ISO 4217 code of the worth
 * @param market two-letter code of the country whose workers get this; absent for all others
 * @param asOf day on which it was so
 * @param source where it was read
 */
public record PointWorth(
    String code,
    BigDecimal worth,
    String currency,
    Optional<String> market,
    LocalDate asOf,
    String source) {
  public PointWorth {
    if (worth.signum() <= 0)
      throw new IllegalArgumentException("a point's worth must be more than 0, not " + worth);
  }
}
