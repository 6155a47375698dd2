package worthwhile.pay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.PayReasons;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Pay;
import worthwhile.posting.Reason;

/**
 * What is taken off the pay per hour, line by line: fees, work that is not paid, time that is not
 * paid. Each line is what is left after it less what was left before, to the cent, so that they add
 * up.
 *
 * <p>What workers tell of this task and of its requester's other tasks counts; few outcomes are
 * filled up with general figures. Those were measured on Mechanical Turk, so they are for tasks
 * paid by the piece alone, and are labelled:
 *
 * <ul>
 *   <li>0.7% of submitted work was rejected, and 13% of started tasks were returned (Hara and
 *       others 2018, 3.8 million tasks).
 *   <li>Unpaid work of every kind lowered pay per hour from 3.76 to 2.83 USD, by a quarter (Toxtli,
 *       Suri and Savage 2021, 100 workers). What rejected and returned work do not account for is
 *       looking for work.
 * </ul>
 */
final class Effective {
  private static final double REJECTED = 0.007;
  private static final double RETURNED = 0.13;
  private static final double HALF = 0.5;
  private static final double UNPAID = 0.25;

  /** For how many workers' outcomes the general figures count. */
  private static final double GENERAL = 20;

  private static final MathContext INSIDE = MathContext.DECIMAL64;

  private final List<Pay.Line> lines = new ArrayList<>();
  private BigDecimal left;

  private Effective(BigDecimal hourly) {
    left = hourly;
  }

  /**
   * Lines for a figure of pay per hour.
   *
   * @param payment one payment that the fees are taken off
   * @param unpaid what is asked for without pay
   */
  static List<Pay.Line> lines(
      Pay pay, Payment payment, Fees fees, Rates rates, Outcomes outcomes, Unpaid unpaid) {
    Effective effective = new Effective(pay.median());
    effective.fees(payment, fees, rates);
    boolean isTask = payment.isTask();
    effective.rejections(outcomes, isTask);
    effective.screenOuts(outcomes, unpaid, payment.amount().divide(pay.median(), INSIDE));
    effective.returns(outcomes, isTask);
    if (isTask) effective.search();
    effective.spells(unpaid);
    return effective.lines;
  }

  /**
   * One payment.
   *
   * @param amount before fees, in USD
   * @param isTask for one task, so that general figures may count
   */
  record Payment(BigDecimal amount, LocalDate day, boolean isTask) {}

  private void take(
      String code, BigDecimal after, boolean certain, boolean general, List<Reason> evidence) {
    BigDecimal rounded = after.setScale(2, RoundingMode.HALF_EVEN);
    lines.add(new Pay.Line(code, rounded.subtract(left), certain, general, evidence));
    left = rounded;
  }

  private void keep(String code, double share, boolean general, List<Reason> evidence) {
    BigDecimal after = left.multiply(BigDecimal.valueOf(share), INSIDE);
    take(code, after, false, general, evidence);
  }

  /** What a platform or a payer keeps is certain; everything else depends on how the work goes. */
  private void fees(Payment payment, Fees fees, Rates rates) {
    Fees.Net net = fees.net(payment.amount(), HourlyPay.CURRENCY, payment.day(), rates);
    BigDecimal hourly = left;
    BigDecimal remaining = payment.amount();
    for (Fees.Net.Line fee : net.lines()) {
      remaining = remaining.subtract(fee.amount());
      BigDecimal after = hourly.multiply(remaining).divide(payment.amount(), INSIDE);
      take(fee.code(), after, true, false, List.of(fee.evidence()));
    }
  }

  private void rejections(Outcomes told, boolean isTask) {
    if (told.judged() == 0 && !isTask) return;
    double general = isTask ? GENERAL : 0;
    double share = (told.rejected() + general * REJECTED) / (told.judged() + general);
    Reason own =
        Reason.of("rejections-told")
            .with("rejected", number(told.rejected()))
            .with("outcomes", number(told.judged()));
    keep(
        "rejections",
        1 - share,
        told.judged() < general,
        evidence(told.judged() > 0, own, isTask, Reason.of("rejections-in-general")));
  }

  /** Each screen-out costs its time; what it pays is a reward of its own. */
  private void screenOuts(Outcomes told, Unpaid unpaid, BigDecimal hours) {
    if (told.screenedOut() == 0) return;
    double lost = told.screenedTime() / Math.max(1, told.finished());
    Reason evidence =
        Reason.of("screen-outs-told")
            .with("screenedOut", number(told.screenedOut()))
            .with("finished", number(told.finished()));
    keep("screen-outs", 1 / (1 + lost), false, List.of(evidence));
    double each = told.screenedOut() / Math.max(1, told.finished()) / (1 + lost);
    unpaid
        .screenOut()
        .ifPresent(
            paid ->
                take(
                    "screen-out-reward",
                    left.add(paid.usd().multiply(BigDecimal.valueOf(each)).divide(hours, INSIDE)),
                    false,
                    false,
                    List.of(paid.evidence())));
  }

  /** Hours without pay beside the hours with pay. */
  private void spells(Unpaid unpaid) {
    BigDecimal before = unpaid.worked();
    for (Unpaid.Spell spell : unpaid.spells()) {
      BigDecimal all = before.add(spell.hours());
      take(
          spell.code(),
          left.multiply(before).divide(all, INSIDE),
          false,
          false,
          List.of(spell.evidence(), unpaid.spread()));
      before = all;
    }
  }

  private void returns(Outcomes told, boolean isTask) {
    boolean isTold = told.finished() + told.returned() > 0;
    if (!isTask && told.returned() == 0) return;
    double general = isTask ? GENERAL : 0;
    double lost =
        (told.returnedTime() + general * RETURNED * HALF)
            / Math.max(1, told.finished() + general * (1 - RETURNED));
    Reason own =
        Reason.of("returns-told")
            .with("returned", number(told.returned()))
            .with("finished", number(told.finished()));
    keep(
        "returns",
        1 / (1 + lost),
        told.finished() < general,
        evidence(isTold, own, isTask, Reason.of("returns-in-general")));
  }

  /** The rest of the unpaid quarter. */
  private void search() {
    double returnedShare = 1 / (1 + RETURNED * HALF / (1 - RETURNED));
    double share = (1 - UNPAID) / (1 - REJECTED) / returnedShare;
    keep("search", share, true, List.of(Reason.of("search-in-general")));
  }

  private static List<Reason> evidence(
      boolean isTold, Reason told, boolean isTask, Reason general) {
    if (!isTold) return List.of(general);
    return isTask ? List.of(told, general) : List.of(told);
  }

  private static BigDecimal number(double count) {
    return PayReasons.tenths(BigDecimal.valueOf(count));
  }
}
