package worthwhile.source.card;

import java.math.BigDecimal;

/** A sum of money; the currency is a code of ISO 4217 or the name of a token. */
public record Sum(BigDecimal amount, String currency) {
  public Sum {
    if (amount.signum() < 0)
      throw new IllegalArgumentException("a sum must not be negative, but is " + amount);
  }
}
