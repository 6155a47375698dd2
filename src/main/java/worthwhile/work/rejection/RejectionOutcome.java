package worthwhile.work.rejection;

import worthwhile.posting.word.Worded;
import worthwhile.work.Status;

/** How it ended that a worker asked about work which was rejected or not paid. */
public enum RejectionOutcome implements Worded {
  /** The rejection was taken back and the work paid. */
  OVERTURNED,
  /** It stays as it was. */
  REFUSED,
  /** Nobody answered. */
  NO_ANSWER;

  /** The status of the work after this, where it was {@code before}. */
  Status after(Status before) {
    return switch (this) {
      case OVERTURNED -> Status.PAID;
      case REFUSED -> before == Status.PENDING ? Status.REJECTED : before;
      case NO_ANSWER -> before;
    };
  }
}
