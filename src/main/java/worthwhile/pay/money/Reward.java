package worthwhile.pay.money;

import java.math.BigDecimal;
import java.util.Optional;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;

/** What one task or project pays, comparable across currencies. */
public final class Reward {
  private Reward() {}

  /**
   * The least that a posting states for one task or project, in USD at the dated rates; points at
   * their dated worth; absent if only a most is stated ("up to"), if it is paid by time or piece,
   * or in something without a rate.
   */
  public static Optional<BigDecimal> usd(JobPosting posting, Rates rates) {
    MonetaryAmount amount =
        rates.points().inMoney(posting).map(Points.InMoney::amount).orElseGet(posting::baseSalary);
    if (amount == null) return Optional.empty();
    if (amount.unitText() != UnitText.TASK && amount.unitText() != UnitText.PROJECT)
      return Optional.empty();
    return Optional.ofNullable(amount.minValue())
        .flatMap(least -> rates.convert(least, amount.currency(), "USD"));
  }
}
