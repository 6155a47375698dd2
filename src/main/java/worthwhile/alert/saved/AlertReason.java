package worthwhile.alert.saved;

import worthwhile.posting.word.Worded;

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
  SOURCES,
  /** Its platform has new postings after a long time without. */
  WOKE,
  /** Something changed at a platform, or will. */
  PLATFORM_CHANGES,
  /** Work should have been paid by now. */
  DUE;

  /** Whether it tells of postings. */
  public boolean tellsOfPostings() {
    return switch (this) {
      case NEW, CHANGED, REOPENED, PAY_ROSE, WARNING, WOKE -> true;
      case CONFIRM, TEST, SOURCES, PLATFORM_CHANGES, DUE -> false;
    };
  }

  /** Whether it tells in lines of words, before its postings where it tells of some too. */
  public boolean tellsInLines() {
    return switch (this) {
      case SOURCES, WOKE, PLATFORM_CHANGES, DUE -> true;
      case NEW, CHANGED, REOPENED, PAY_ROSE, WARNING, CONFIRM, TEST -> false;
    };
  }

  /** Whether a posting is told with it once at most, however often it happens. */
  public boolean isOnce() {
    return this == NEW || this == CHANGED;
  }
}
