package worthwhile.account;

import worthwhile.posting.word.Worded;

/** What an account may do beyond its own affairs. */
public enum Role implements Worded {
  /** Everybody with an account. */
  WORKER,
  /** Whose reviews count in full from the start, because the operator knows her. */
  TRUSTED,
  /** Judges what others report. */
  MODERATOR,
  /** Runs the instance. */
  OPERATOR;
}
