package worthwhile.reputation.statement;

import java.util.OptionalDouble;

/**
 * What the facts of one task say of who offered it, from −1 (nobody should work for her) to 1. The
 * page about reputation shows the same table; whoever downloads the ratings can check it.
 */
public final class Verdict {
  /** Paid, or a rejection taken back. */
  public static final double PAID = 1;

  /** Rejected with a reason that may be right: the work was not good, or a check was failed. */
  public static final double REJECTED_FOR_WORK = -.6;

  /** Rejected for being fast, late or for no reason. */
  public static final double REJECTED = -1;

  public static final double OVERTURNED = .5;
  public static final double SCREENED_OUT_PAID = .3;
  public static final double SCREENED_OUT_UNPAID = -.4;
  public static final double TIMED_OUT = -.2;
  public static final double BROKEN = -.5;

  /** Taken off where pay took more than {@link #LATE_DAYS} days. */
  public static final double LATE = .3;

  public static final int LATE_DAYS = 30;

  /** Taken off where the requester did not answer. */
  public static final double SILENT = .1;

  /** Taken off where the worker would not do it again. */
  public static final double NEVER_AGAIN = .4;

  private Verdict() {}

  /** The value; absent where the facts say neither good nor bad: given back, or not decided yet. */
  public static OptionalDouble of(Review.Facts facts) {
    return switch (facts.outcome()) {
      case PAID -> lessened(PAID, facts);
      case REJECTED -> lessened(rejected(facts), facts);
      case SCREENED_OUT ->
          lessened(
              Boolean.TRUE.equals(facts.screenedOutPaid())
                  ? SCREENED_OUT_PAID
                  : SCREENED_OUT_UNPAID,
              facts);
      case TIMED_OUT -> lessened(TIMED_OUT, facts);
      case BROKEN -> lessened(BROKEN, facts);
      case RETURNED, PENDING -> OptionalDouble.empty();
    };
  }

  private static double rejected(Review.Facts facts) {
    if (Boolean.TRUE.equals(facts.overturned())) return OVERTURNED;
    if (facts.rejectedFor() == null) return REJECTED;
    return switch (facts.rejectedFor()) {
      case QUALITY, ATTENTION_CHECK, DUPLICATE, NOT_ELIGIBLE -> REJECTED_FOR_WORK;
      case TOO_FAST, TIMED_OUT, NO_REASON, OTHER -> REJECTED;
    };
  }

  private static OptionalDouble lessened(double value, Review.Facts facts) {
    double less = value;
    if (facts.paidAfterDays() != null && facts.paidAfterDays() > LATE_DAYS) less -= LATE;
    if (Boolean.FALSE.equals(facts.answered())) less -= SILENT;
    if (Boolean.FALSE.equals(facts.again())) less -= NEVER_AGAIN;
    return OptionalDouble.of(Math.max(-1, less));
  }
}
