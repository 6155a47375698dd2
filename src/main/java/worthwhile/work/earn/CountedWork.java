package worthwhile.work.earn;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import worthwhile.pay.money.Rates;
import worthwhile.work.Payment;
import worthwhile.work.Status;
import worthwhile.work.Work;

/**
 * A piece of work in one currency, at the rate of the day of its payment; where that is not known,
 * of the day on which it was handed in, and of work without any date the newest rate.
 *
 * @param day to which it belongs on its worker's calendar; absent if no date is known
 * @param gross reward and bonus; absent if not known or not convertible
 * @param bonus the part of it that was paid on top; 0 if none is known
 * @param fee what the platform keeps; 0 if none is known
 * @param rateDay day of the rate; absent where nothing was converted
 */
public record CountedWork(
    Work work,
    Optional<LocalDate> day,
    Optional<BigDecimal> gross,
    BigDecimal bonus,
    BigDecimal fee,
    Optional<LocalDate> rateDay) {
  /** Counts a piece in a currency. */
  public static CountedWork of(Work work, String currency, Rates rates, ZoneId zone) {
    Optional<LocalDate> day = work.day(zone);
    Payment payment = work.payment();
    String paidIn = payment.currency();
    if (!payment.isKnown() || paidIn == null)
      return new CountedWork(work, day, Optional.empty(), ZERO, ZERO, Optional.empty());
    if (paidIn.equals(currency))
      return new CountedWork(
          work,
          day,
          Optional.of(payment.gross()),
          payment.bonuses(),
          payment.fees(),
          Optional.empty());
    Rates then = work.paidDay(zone).map(rates::on).orElse(rates);
    Function<BigDecimal, Optional<BigDecimal>> there =
        amount -> converted(amount, paidIn, currency, then);
    Optional<BigDecimal> gross = there.apply(payment.gross());
    return new CountedWork(
        work,
        day,
        gross,
        there.apply(payment.bonuses()).orElse(ZERO),
        there.apply(payment.fees()).orElse(ZERO),
        gross.map(_ -> then.date()));
  }

  private static Optional<BigDecimal> converted(
      BigDecimal amount, String from, String to, Rates rates) {
    return rates
        .convert(amount, from, to)
        .map(sum -> sum.scale() > 4 ? sum.setScale(4, RoundingMode.HALF_EVEN) : sum);
  }

  /**
   * What came in for it, or is to, before fees; of lost work the bonus, which is paid whatever
   * becomes of the task. Absent if not known or not convertible.
   */
  public Optional<BigDecimal> income() {
    return work.status().isLost() ? gross.map(_ -> bonus) : gross;
  }

  /** The fee on {@link #income}; none is kept of a bonus for lost work. */
  public BigDecimal incomeFee() {
    return work.status().isLost() ? ZERO : fee;
  }

  /** Income after fees; 0 if the pay is not known; below 0 what the platform took back. */
  public BigDecimal net() {
    return income().map(sum -> sum.subtract(incomeFee()).max(sum.min(ZERO))).orElse(ZERO);
  }

  /** What was promised for lost work and not paid; 0 for other work. */
  public BigDecimal lost() {
    return work.status().isLost() ? gross.map(sum -> sum.subtract(bonus)).orElse(ZERO) : ZERO;
  }

  /** Whether money was paid for it, of whatever amount and on whatever day. */
  public boolean isPaid() {
    Status status = work.status();
    return status.isPaid() || (status.isLost() && work.payment().bonuses().signum() > 0);
  }
}
