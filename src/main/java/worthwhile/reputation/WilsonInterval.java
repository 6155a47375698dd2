package worthwhile.reputation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The 90% interval of a share that was counted (Wilson 1927), to three places. */
public record WilsonInterval(BigDecimal low, BigDecimal high) {
  /** 90% of a normal distribution lie within so many standard deviations. */
  private static final double Z = 1.6449;

  /**
   * Of a share.
   *
   * @param share 0 to 1
   * @param n how many it was counted of, 1 or more
   */
  public static WilsonInterval of(double share, int n) {
    double middle = (share + Z * Z / (2.0 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
    return new WilsonInterval(
        rounded(Math.max(0, middle - half)), rounded(Math.min(1, middle + half)));
  }

  static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
  }
}
