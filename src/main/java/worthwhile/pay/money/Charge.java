package worthwhile.pay.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import worthwhile.source.Fee;

/**
 * One fee, taken off one payment.
 *
 * @param payment that it is taken off
 * @param currency of the payment
 */
record Charge(Fee fee, BigDecimal payment, String currency, Rates rates) {
  private static final MathContext INSIDE = MathContext.DECIMAL64;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The fee in figures, and what it rests on. */
  Fees.Net.Line line() {
    String code =
        switch (fee.on()) {
          case EARNINGS -> "platform-fee";
          case WITHHOLDING -> "withholding";
          case WITHDRAWAL -> "payout-fee";
        };
    return new Fees.Net.Line(code, taken(), PayReasons.fee(fee, sumsCount()));
  }

  private BigDecimal taken() {
    if (payment.signum() == 0) return BigDecimal.ZERO;
    BigDecimal whole = whole();
    BigDecimal fee =
        whole
            .multiply(this.fee.percent())
            .divide(HUNDRED, INSIDE)
            .add(sum(Optional.of(this.fee.fixed())).orElse(BigDecimal.ZERO));
    fee = sum(this.fee.least()).map(fee::max).orElse(fee);
    fee = sum(this.fee.most()).map(fee::min).orElse(fee);
    return fee.min(whole).multiply(payment).divide(whole, INSIDE);
  }

  /** What the fee is reckoned from: the payment itself, or the withdrawal that it is a part of. */
  private BigDecimal whole() {
    return switch (fee.on()) {
      case EARNINGS, WITHHOLDING -> payment;
      case WITHDRAWAL -> sum(fee.payout()).map(payment::max).orElse(payment);
    };
  }

  /** A sum of the fee in the payment's currency; absent if it does not count. */
  private Optional<BigDecimal> sum(Optional<BigDecimal> sum) {
    if (!sumsCount()) return Optional.empty();
    return sum.flatMap(value -> rates.convert(value, fee.currency(), currency));
  }

  /** Whether fixed sums can be counted: with a rate, and with a withdrawal to spread them over. */
  private boolean sumsCount() {
    boolean spread = fee.on() != Fee.On.WITHDRAWAL || fee.payout().isPresent();
    return spread && rates.convert(BigDecimal.ONE, fee.currency(), currency).isPresent();
  }
}
