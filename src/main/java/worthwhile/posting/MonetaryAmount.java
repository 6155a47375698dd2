package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pay as it was stated: exact, in the stated currency, for the stated unit.
 *
 * @param currency ISO 4217 code, or the platform's own code for points
 * @param minValue smallest amount stated, more than 0; null if only a maximum is stated ("up to")
 * @param maxValue largest amount stated; null if only a minimum is stated ("from"). At least one of
 *     the two is there, and they are equal when one amount is stated
 * @param unitText what the amount is paid for; null if not stated
 * @param gross true if fees are still to be taken off, false if not, null if not known
 * @param stated the piece of text or the field that this rests on
 * @param inferred true if currency or unit is concluded from the size or the context, not stated;
 *     null otherwise
 */
@JsonPropertyOrder({"currency", "minValue", "maxValue", "unitText", "gross", "stated", "inferred"})
public record MonetaryAmount(
    String currency,
    @Nullable BigDecimal minValue,
    @Nullable BigDecimal maxValue,
    @Nullable UnitText unitText,
    @Nullable Boolean gross,
    @Nullable String stated,
    @Nullable Boolean inferred) {

  /** Enough for any pay in any currency; what has more would cost memory without end. */
  private static final int DIGITS = 40;

  public MonetaryAmount {
    Objects.requireNonNull(currency, "currency");
    if (minValue == null && maxValue == null)
      throw new IllegalArgumentException("an amount needs a minValue or a maxValue");
    requirePositive(minValue);
    requirePositive(maxValue);
    if (minValue != null && maxValue != null && minValue.compareTo(maxValue) > 0)
      throw new IllegalArgumentException("minValue " + minValue + " > maxValue " + maxValue);
  }

  /** One amount for one unit. */
  public static MonetaryAmount of(String currency, BigDecimal value, UnitText unit) {
    return new MonetaryAmount(currency, value, value, unit, null, null, null);
  }

  private static void requirePositive(@Nullable BigDecimal value) {
    if (value == null) return;
    if (value.signum() <= 0)
      throw new IllegalArgumentException("an amount must be more than 0, not " + value);
    if (value.precision() - (long) value.scale() > DIGITS || value.scale() > DIGITS)
      throw new IllegalArgumentException(
          "an amount has at most " + DIGITS + " digits on each side of its point, unlike " + value);
  }
}
