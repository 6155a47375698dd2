package worthwhile.pay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.pay.money.PayReasons;
import worthwhile.pay.money.Points;
import worthwhile.pay.money.Range;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;

/** What postings pay, in USD at dated rates, points as money. */
record Rewards(Rates rates) {
  /**
   * An amount and what it is paid for.
   *
   * @param evidence how it came about
   */
  record Paid(Range usd, @Nullable UnitText unit, List<Reason> evidence) {}

  /**
   * What is paid; absent if no amount or no unit is stated, if only its least or its most is, or if
   * there is no rate.
   */
  Optional<Paid> of(JobPosting posting) {
    MonetaryAmount stated = posting.baseSalary();
    if (stated == null || stated.unitText() == null) return Optional.empty();
    List<Reason> evidence = new ArrayList<>();
    evidence.add(PayReasons.stated(stated));
    Optional<MonetaryAmount> money = Optional.of(stated);
    if (stated.unitText() == UnitText.POINTS) {
      Optional<Points.InMoney> found = rates.points().inMoney(posting);
      found.ifPresent(points -> evidence.add(points.evidence()));
      money = found.map(Points.InMoney::amount);
    }
    return money.flatMap(amount -> inUsd(amount, evidence));
  }

  private Optional<Paid> inUsd(MonetaryAmount amount, List<Reason> evidence) {
    return Range.of(amount)
        .flatMap(range -> range.in(HourlyPay.CURRENCY, amount.currency(), rates, evidence))
        .map(range -> new Paid(range, amount.unitText(), evidence));
  }

  /** What one assignment pays; absent if it is not paid by the task. */
  Optional<BigDecimal> forTask(JobPosting posting) {
    return of(posting)
        .filter(paid -> paid.unit() == UnitText.TASK)
        .map(paid -> paid.usd().median());
  }
}
