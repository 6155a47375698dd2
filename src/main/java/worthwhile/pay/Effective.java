package worthwhile.pay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import worthwhile.posting.Pay;

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

  private static final String REJECTED_SOURCE =
      "in general 0.7% of submitted work was rejected on Mechanical Turk (Hara and others 2018)";
  private static final String RETURNED_SOURCE =
      "in general 13% of started tasks were returned on Mechanical Turk (Hara and others 2018), each"
          + " counted as half done";
  private static final String UNPAID_SOURCE =
      "In general unpaid work took a quarter of the pay per hour on Mechanical Turk (Toxtli, Suri"
          + " and Savage 2021); this is what rejected and returned work leave of it.";

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
   * @param isTask whether general figures may count
   */
  static List<Pay.Line> lines(
      Pay pay, Payment payment, Fees fees, Rates rates, Outcomes outcomes, boolean isTask) {
    Effective effective = new Effective(pay.median());
    effective.fees(payment, fees, rates);
    effective.rejections(outcomes, isTask);
    effective.screenOuts(outcomes);
    effective.returns(outcomes, isTask);
    if (isTask) effective.search();
    return effective.lines;
  }

  /**
   * One payment.
   *
   * @param amount before fees, in USD
   */
  record Payment(BigDecimal amount, LocalDate day) {}

  private void take(String label, BigDecimal after, String evidence, boolean general) {
    BigDecimal rounded = after.setScale(2, RoundingMode.HALF_EVEN);
    lines.add(new Pay.Line(label, rounded.subtract(left), evidence, general));
    left = rounded;
  }

  private void keep(String label, double share, String evidence, boolean general) {
    take(label, left.multiply(BigDecimal.valueOf(share), INSIDE), evidence, general);
  }

  private void fees(Payment payment, Fees fees, Rates rates) {
    Fees.Net net = fees.net(payment.amount(), HourlyPay.CURRENCY, payment.day(), rates);
    BigDecimal hourly = left;
    BigDecimal remaining = payment.amount();
    for (Fees.Net.Line fee : net.lines()) {
      remaining = remaining.subtract(fee.amount());
      BigDecimal after = hourly.multiply(remaining).divide(payment.amount(), INSIDE);
      take("Fee: " + fee.name(), after, fee.evidence(), false);
    }
  }

  private void rejections(Outcomes told, boolean isTask) {
    if (told.judged() == 0 && !isTask) return;
    double general = isTask ? GENERAL : 0;
    double share = (told.rejected() + general * REJECTED) / (told.judged() + general);
    keep("Rejected work", 1 - share, rejected(told, isTask), told.judged() < general);
  }

  private static String rejected(Outcomes told, boolean isTask) {
    if (told.judged() == 0) return sentence(REJECTED_SOURCE);
    String own =
        "%s of %s outcomes told were rejections"
            .formatted(number(told.rejected()), number(told.judged()));
    return isTask ? own + "; " + REJECTED_SOURCE + "." : own + ".";
  }

  private void screenOuts(Outcomes told) {
    if (told.screenedOut() == 0) return;
    double lost = told.screenedTime() / Math.max(1, told.finished());
    String evidence =
        "%s workers were sent away after a start, %s finished."
            .formatted(number(told.screenedOut()), number(told.finished()));
    keep("Screened out", 1 / (1 + lost), evidence, false);
  }

  private void returns(Outcomes told, boolean isTask) {
    boolean isTold = told.finished() + told.returned() > 0;
    if (!isTask && told.returned() == 0) return;
    double general = isTask ? GENERAL : 0;
    double lost =
        (told.returnedTime() + general * RETURNED * HALF)
            / Math.max(1, told.finished() + general * (1 - RETURNED));
    keep(
        "Returned work", 1 / (1 + lost), returned(told, isTask, isTold), told.finished() < general);
  }

  private static String returned(Outcomes told, boolean isTask, boolean isTold) {
    if (!isTold) return sentence(RETURNED_SOURCE);
    String own =
        "%s workers gave it back, %s finished"
            .formatted(number(told.returned()), number(told.finished()));
    return isTask ? own + "; " + RETURNED_SOURCE + "." : own + ".";
  }

  /** The rest of the unpaid quarter. */
  private void search() {
    double returnedShare = 1 / (1 + RETURNED * HALF / (1 - RETURNED));
    keep("Looking for work", (1 - UNPAID) / (1 - REJECTED) / returnedShare, UNPAID_SOURCE, true);
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private static String number(double count) {
    return BigDecimal.valueOf(count)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
