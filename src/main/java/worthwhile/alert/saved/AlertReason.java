package worthwhile.alert.saved;

import worthwhile.reputation.statement.Worded;

/** Why somebody is told something, mostly of a posting. */
public enum AlertReason implements Worded {
  /** It came in. */
  NEW,
  /** It did not match before and does now. */
  CHANGED,
  /** It was full or closed and is not any more. */
  REOPENED,
  /** Its net pay per hour is at least a fifth higher than what was told last. */
  PAY_ROSE,
  /** Something was found that warns of it, after it was told. */
  WARNING,
  /** Whoever reads there is asked whether it is hers. */
  CONFIRM,
  /** Its owner wants to see that a message arrives. */
  TEST,
  /** Platforms that it is about are not read, so that silence means nothing. */
  SOURCES;

  /** Whether it tells of postings. */
  public boolean tellsOfPostings() {
    return this != CONFIRM && this != TEST && this != SOURCES;
  }

  /** Whether a posting is told with it once at most, however often it happens. */
  public boolean isOnce() {
    return this == NEW || this == CHANGED;
  }
}
