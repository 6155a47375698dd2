package worthwhile.site.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import worthwhile.pay.money.Rates;

/**
 * Money that a reader reckons in, other than the US dollars in which pay is compared.
 *
 * @param currency ISO 4217 code
 * @param perDollar how much of it a US dollar is
 */
record OwnMoney(String currency, BigDecimal perDollar) {
  /** Absent for dollars, and for what has no rate of exchange. */
  static Optional<OwnMoney> of(String code, Rates rates) {
    String currency = code.strip().toUpperCase(Locale.ROOT);
    if (currency.equals("USD") || !rates.knows(currency)) return Optional.empty();
    return rates
        .convert(BigDecimal.ONE, "USD", currency)
        .map(perDollar -> new OwnMoney(currency, perDollar));
  }

  /** An amount of dollars in it, to three figures: the rate is no better. */
  String of(BigDecimal dollars) {
    BigDecimal amount = dollars.multiply(perDollar).round(new MathContext(3));
    return Show.money(amount.stripTrailingZeros(), currency);
  }
}
