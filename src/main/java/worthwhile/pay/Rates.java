package worthwhile.pay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Dated reference rates of exchange. */
public final class Rates {
  private Rates() {}

  /** The table shipped inside. */
  public static Rates shipped() {
    throw new UnsupportedOperationException();
  }

  /** Day of the rates. */
  public LocalDate date() {
    throw new UnsupportedOperationException();
  }

  /** An amount in another currency, to 4 significant digits; absent if a currency is not known. */
  public Optional<BigDecimal> convert(BigDecimal amount, String from, String to) {
    throw new UnsupportedOperationException();
  }
}
