package worthwhile.work;

import com.fasterxml.jackson.annotation.JsonProperty;
import worthwhile.posting.word.Worded;

/** What became of a piece of work. */
public enum Status implements Worded {
  /** Submitted, not decided. */
  @JsonProperty("pending")
  PENDING,
  /** Accepted; the money is credited or on its way. */
  @JsonProperty("approved")
  APPROVED,
  /** Accepted and paid. */
  @JsonProperty("paid")
  PAID,
  /** Done and not paid. */
  @JsonProperty("rejected")
  REJECTED,
  /** Given back by the worker. */
  @JsonProperty("returned")
  RETURNED,
  /** Ended by the requester's screening questions; a small sum may have been paid. */
  @JsonProperty("screened-out")
  SCREENED_OUT,
  /** The time allowed ran out. */
  @JsonProperty("timed-out")
  TIMED_OUT,
  /** Left by the worker. */
  @JsonProperty("abandoned")
  ABANDONED;

  /** Whether the money counts as earned. */
  public boolean isPaid() {
    return this == APPROVED || this == PAID;
  }

  /** Whether the work ended without its pay. */
  public boolean isLost() {
    return switch (this) {
      case PENDING, APPROVED, PAID -> false;
      case REJECTED, RETURNED, SCREENED_OUT, TIMED_OUT, ABANDONED -> true;
    };
  }

  /** Whether others, or the clock, ended the work without its pay. */
  public boolean isDenied() {
    return this == REJECTED || this == SCREENED_OUT || this == TIMED_OUT;
  }

  /**
   * What is known after hearing this status about work that had {@code before}. Rows and files come
   * in any order: one that still calls the work pending takes no decision back, neither does an
   * attempt that was given back before, paid work is not merely approved again, and a rejection
   * that was lifted counts.
   */
  public Status after(Status before) {
    return before == null || stage() >= before.stage() ? this : before;
  }

  /** Whether the requester has decided; else an attempt was given back, or is still open. */
  boolean isDecided() {
    return stage() > RETURNED.stage();
  }

  private int stage() {
    return switch (this) {
      case PENDING -> 0;
      case RETURNED, SCREENED_OUT, TIMED_OUT, ABANDONED -> 1;
      case REJECTED -> 2;
      case APPROVED -> 3;
      case PAID -> 4;
    };
  }
}
