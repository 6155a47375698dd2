package worthwhile.work.earn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which share of her pay a worker sets aside for tax. She names it herself: what she owes depends
 * on her life, and this is no advice.
 *
 * @param country ISO 3166-1 code of where she pays tax; absent if she does not say
 * @param percent more than 0, at most 100
 */
public record TaxShare(Optional<String> country, BigDecimal percent) {
  /**
   * Shares for which a source stands in the guide's article on tax. Of other countries nothing is
   * proposed: a figure without a source would be believed all the same.
   */
  private static final Map<String, BigDecimal> PROPOSED = Map.of("US", new BigDecimal("15.3"));

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  public TaxShare {
    Objects.requireNonNull(country, "country");
    if (percent.signum() <= 0 || percent.compareTo(ALL) > 0)
      throw new IllegalArgumentException("The share must be more than 0 and at most 100 percent.");
    if (percent.stripTrailingZeros().scale() > 2)
      throw new IllegalArgumentException("The share may have two decimals.");
    BigDecimal bare = percent.stripTrailingZeros();
    percent = bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  /** The share that is proposed for a country; absent where no source is known. */
  public static Optional<BigDecimal> proposed(String country) {
    return Optional.ofNullable(PROPOSED.get(country));
  }

  /** The part of a sum that is set aside, to the cent; nothing of what is below 0. */
  public BigDecimal of(BigDecimal sum) {
    return sum.max(BigDecimal.ZERO).multiply(percent).divide(ALL, 2, RoundingMode.HALF_UP);
  }
}
