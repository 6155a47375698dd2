package worthwhile.reputation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How many of some had something in common.
 *
 * @param hits those that had
 * @param of all of them
 */
public record CountedShare(int hits, int of) {
  /** 90% of a normal distribution lie within so many standard deviations. */
  private static final double Z = 1.6449;

  public CountedShare {
    if (hits < 0 || hits > of)
      throw new IllegalArgumentException(hits + " of " + of + " is no share");
  }

  /** From 0 to 1, to three places; absent of none. */
  public Optional<BigDecimal> share() {
    return of == 0 ? Optional.empty() : Optional.of(rounded((double) hits / of));
  }

  /** Lower end of the 90% interval (Wilson 1927); absent of none. */
  public Optional<BigDecimal> low() {
    return of == 0 ? Optional.empty() : Optional.of(rounded(Math.max(0, middle() - half())));
  }

  /** Its upper end. */
  public Optional<BigDecimal> high() {
    return of == 0 ? Optional.empty() : Optional.of(rounded(Math.min(1, middle() + half())));
  }

  private double middle() {
    return (hits + Z * Z / 2) / (of + Z * Z);
  }

  private double half() {
    double share = (double) hits / of;
    return Z / (1 + Z * Z / of) * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
  }
}
