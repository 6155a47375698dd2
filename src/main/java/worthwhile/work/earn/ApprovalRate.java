package worthwhile.work.earn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * How much of a worker's decided work on a platform was approved, as far as her list here knows.
 *
 * @param platform id
 * @param approved pieces approved or paid
 * @param rejected pieces rejected
 */
public record ApprovalRate(String platform, int approved, int rejected) {
  /** More approvals in a row are no help to be told of. */
  private static final int MOST = 10_000;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public ApprovalRate {
    if (approved < 0 || rejected < 0 || approved + rejected == 0)
      throw new IllegalArgumentException("nothing is decided");
  }

  public int decided() {
    return approved + rejected;
  }

  /** Per cent, to one place, rounded down: what is just missed is not reached. */
  public BigDecimal percent() {
    return BigDecimal.valueOf(approved)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(decided()), 1, RoundingMode.DOWN);
  }

  public boolean reaches(ApprovalAsked asked) {
    return reaches(asked, 0);
  }

  private boolean reaches(ApprovalAsked asked, long more) {
    BigDecimal have = BigDecimal.valueOf(approved + more).multiply(HUNDRED);
    int side = have.compareTo(asked.percent().multiply(BigDecimal.valueOf(decided() + more)));
    return asked.isMore() ? side > 0 : side >= 0;
  }

  /** How many approvals in a row reach it; absent if thousands would not. */
  public OptionalInt inARow(ApprovalAsked asked) {
    if (!reaches(asked, MOST)) return OptionalInt.empty();
    int least = 0;
    int most = MOST;
    while (least < most) {
      int middle = (least + most) / 2;
      if (reaches(asked, middle)) most = middle;
      else least = middle + 1;
    }
    return OptionalInt.of(least);
  }
}
