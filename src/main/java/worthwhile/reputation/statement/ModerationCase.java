package worthwhile.reputation.statement;

import java.time.Instant;
import java.util.Optional;
import worthwhile.posting.RequesterId;
import worthwhile.posting.word.Worded;

/**
 * A question that people decide together.
 *
 * @param requester whom it concerns, so that she does not judge it; absent if none
 * @param harm 1 to 9; the highest comes first in the queue
 * @param openedBy account; absent where the instance itself asks, or a visitor without an account
 * @param reason what was said when it was opened
 * @param ofCase for an appeal: the case whose decision is appealed
 * @param rules version of the rules by which it is judged
 */
public record ModerationCase(
    String id,
    Kind kind,
    Subject about,
    Optional<RequesterId> requester,
    int harm,
    State state,
    Optional<String> openedBy,
    Optional<String> reason,
    Optional<String> ofCase,
    String rules,
    Instant opened,
    Optional<Instant> decided) {
  /** What is asked. */
  public enum Kind implements Worded {
    /** Does what was flagged break the rules, or is the flag right? */
    FLAG,
    /** A requester says that a review is not true. */
    DISPUTE,
    /** Somebody asks others to look at a decision again. */
    APPEAL,
    /** Is somebody the requester that she says to be? */
    CLAIM,
    /** Are many alike reviews of new accounts honest? */
    BURST
  }

  /** How far it is. */
  public enum State implements Worded {
    OPEN,
    /** A moderator has spoken; somebody else must, before it counts. */
    WAITING_FOR_SECOND,
    /** Decided: out of sight, or the claim, flag or appeal is right. */
    UPHELD,
    /** Decided: it stays as it is. */
    DISMISSED
  }

  public boolean isDecided() {
    return state == State.UPHELD || state == State.DISMISSED;
  }

  /**
   * What one person says to it.
   *
   * @param rule by which, such as {@code personal-data}
   * @param moderator whether she was a moderator then
   */
  public record Vote(
      String moderationCase,
      String account,
      Choice choice,
      String rule,
      String reason,
      boolean moderator,
      Instant at) {}

  /** What can be said to it. */
  public enum Choice implements Worded {
    UPHOLD,
    DISMISS
  }
}
