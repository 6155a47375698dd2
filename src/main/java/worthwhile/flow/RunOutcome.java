package worthwhile.flow;

import java.util.Locale;

/** What a run came to; the word is what the command line, the status page and the store show. */
public enum RunOutcome {
  /** Every page was read and rows were found. */
  ITEMS,
  /** The source proved that nothing is on offer. */
  EMPTY,
  /** Every page was the same as last time, and so is what is stored. */
  UNCHANGED,
  /** Some pages were read, then one failed: what was not seen stays as it was. */
  PARTIAL,
  /** A page that a worker's browser passed on: it says nothing of what is not on it. */
  FORWARDED,
  /** Read, but too unlike earlier runs to be believed without a person. */
  HELD_BACK,
  BLOCKED,
  LOGIN_REQUIRED,
  RATE_LIMITED,
  GONE,
  DRIFTED,
  NOT_ALLOWED,
  UNAVAILABLE,
  UNACCEPTABLE;

  /** Lower case, words joined by hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether every page was read. */
  public boolean isComplete() {
    return this == ITEMS || this == EMPTY;
  }

  /** Whether the run told us what the source offers now. */
  public boolean isSuccess() {
    return switch (this) {
      case ITEMS, EMPTY, UNCHANGED -> true;
      case PARTIAL,
          FORWARDED,
          HELD_BACK,
          BLOCKED,
          LOGIN_REQUIRED,
          RATE_LIMITED,
          GONE,
          DRIFTED,
          NOT_ALLOWED,
          UNAVAILABLE,
          UNACCEPTABLE ->
          false;
    };
  }
}
