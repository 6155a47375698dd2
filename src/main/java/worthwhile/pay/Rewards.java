package worthwhile.pay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * @param stated as the posting has it, with its least and its most
   * @param evidence how it came about
   */
  record Paid(Range usd, UnitText unit, MonetaryAmount stated, List<Reason> evidence) {}

  /**
   * What is paid; absent if no amount or no unit is stated, if only its least or its most is, or if
   * there is no rate.
   */
  Optional<Paid> of(JobPosting posting) {
    MonetaryAmount stated = posting.baseSalary();
    if (stated == null) return Optional.empty();
    UnitText unit = stated.unitText();
    if (unit == null) return Optional.empty();
    List<Reason> evidence = new ArrayList<>();
    evidence.add(PayReasons.stated(stated, unit));
    if (unit != UnitText.POINTS)
      return inUsd(stated, evidence).map(usd -> new Paid(usd, unit, stated, evidence));
    Optional<Points.InMoney> money = rates.points().inMoney(posting);
    money.ifPresent(points -> evidence.add(points.evidence()));
    return money
        .flatMap(points -> inUsd(points.amount(), evidence))
        .map(usd -> new Paid(usd, Points.PAID_FOR, stated, evidence));
  }

  private Optional<Range> inUsd(MonetaryAmount amount, List<Reason> evidence) {
    return Range.of(amount)
        .flatMap(range -> range.in(HourlyPay.CURRENCY, amount.currency(), rates, evidence));
  }

  /** What one assignment pays; absent if it is not paid by the task. */
  Optional<BigDecimal> forTask(JobPosting posting) {
    return of(posting)
        .filter(paid -> paid.unit() == UnitText.TASK)
        .map(paid -> paid.usd().median());
  }
}
