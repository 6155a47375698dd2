package worthwhile.flow;

import worthwhile.posting.word.Worded;
import worthwhile.source.Stop;

/** What a run came to; the word is what the command line, the status page and the store show. */
public sealed interface RunOutcome {
  /** Lower case, words joined by hyphens. */
  String word();

  /** Whether every page was read. */
  default boolean isComplete() {
    return this == Read.ITEMS || this == Read.EMPTY;
  }

  /** Whether the run told us what the source offers now. */
  boolean isSuccess();

  /** A run of which at least a part was read. */
  enum Read implements RunOutcome {
    /** Every page was read and rows were found. */
    ITEMS,
    /** The source proved that nothing is on offer. */
    EMPTY,
    /** Every page was the same as last time, and so is what is stored. */
    UNCHANGED,
    /** Some pages were read, then one failed: what was not seen stays as it was. */
    PARTIAL,
    /** A page that a worker's browser passed on: it says nothing of what is not on it. */
    FORWARDED;

    @Override
    public String word() {
      return Worded.wordOf(this);
    }

    @Override
    public boolean isSuccess() {
      return switch (this) {
        case ITEMS, EMPTY, UNCHANGED -> true;
        case PARTIAL, FORWARDED -> false;
      };
    }
  }

  /** A run that changed nothing, and why. */
  record Stopped(Stop stop) implements RunOutcome {
    @Override
    public String word() {
      return stop.kind().word();
    }

    @Override
    public boolean isSuccess() {
      return false;
    }
  }
}
