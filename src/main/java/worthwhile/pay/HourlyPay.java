package worthwhile.pay;

import java.util.Optional;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;

/** Pay per hour from what a posting states: rate or amount, and time. */
public final class HourlyPay {
  private HourlyPay() {}

  /** The estimate, in USD; absent if the posting does not state enough. */
  public static Optional<Pay> of(JobPosting posting, Rates rates) {
    throw new UnsupportedOperationException();
  }
}
