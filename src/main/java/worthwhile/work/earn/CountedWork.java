package worthwhile.work.earn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import worthwhile.pay.money.Rates;
import worthwhile.work.Payment;
import worthwhile.work.Work;

/**
 * A piece of work in one currency, at the rate of the day of its payment; where that is not known,
 * of the day on which it was handed in, and of work without any date the newest rate.
 *
 * @param day to which it belongs on its worker's calendar; absent if no date is known
 * @param gross reward and bonus; absent if not known or not convertible
 * @param fee what the platform keeps; 0 if none is known
 * @param rateDay day of the rate; absent where nothing was converted
 */
public record CountedWork(
    Work work,
    Optional<LocalDate> day,
    Optional<BigDecimal> gross,
    BigDecimal fee,
    Optional<LocalDate> rateDay) {
  /** Counts a piece in a currency. */
  public static CountedWork of(Work work, String currency, Rates rates, ZoneId zone) {
    Optional<LocalDate> day = work.times().at().map(at -> at.atZone(zone).toLocalDate());
    Payment payment = work.payment();
    if (!payment.isKnown())
      return new CountedWork(work, day, Optional.empty(), BigDecimal.ZERO, Optional.empty());
    if (payment.currency().equals(currency))
      return new CountedWork(
          work, day, Optional.of(payment.gross()), payment.fees(), Optional.empty());
    Instant paid = payment.paid();
    Optional<LocalDate> dated = paid == null ? day : Optional.of(paid.atZone(zone).toLocalDate());
    Rates then = dated.map(rates::on).orElse(rates);
    Optional<BigDecimal> gross = converted(payment.gross(), payment.currency(), currency, then);
    BigDecimal fee =
        converted(payment.fees(), payment.currency(), currency, then).orElse(BigDecimal.ZERO);
    return new CountedWork(work, day, gross, fee, gross.map(_ -> then.date()));
  }

  private static Optional<BigDecimal> converted(
      BigDecimal amount, String from, String to, Rates rates) {
    return rates
        .convert(amount, from, to)
        .map(sum -> sum.scale() > 4 ? sum.setScale(4, RoundingMode.HALF_EVEN) : sum);
  }

  /** After fees; 0 if the pay is not known. */
  public BigDecimal net() {
    return gross.map(sum -> sum.subtract(fee).max(BigDecimal.ZERO)).orElse(BigDecimal.ZERO);
  }
}
