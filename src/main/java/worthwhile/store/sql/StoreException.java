package worthwhile.store.sql;

import org.jspecify.annotations.Nullable;
import worthwhile.text.FailureText;

/**
 * The database cannot do what was asked; the message names the cause and the mend, for the operator
 * to read.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** The address of the database is none that Worthwhile understands. */
    BAD_ADDRESS,
    /** The file is not a database, or not one of Worthwhile's. */
    NOT_OURS,
    /** The database was written by a newer Worthwhile. */
    NEWER,
    /** The folder or file cannot be opened or created. */
    CANNOT_OPEN,
    /** The folder or file cannot be written. */
    READ_ONLY,
    /** No room left. */
    DISK_FULL,
    /** The file is damaged. */
    DAMAGED,
    /** Another process holds the database. */
    BUSY,
    /** The database server does not answer. */
    UNREACHABLE,
    /** A file is there already and must not be overwritten. */
    EXISTS,
    /** Anything else; the message carries the database's own words. */
    FAILED
  }

  private final Problem problem;

  StoreException(Problem problem, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  StoreException(Problem problem, String message) {
    this(problem, message, null);
  }

  /** Whether the database cannot be asked at present, and may well be in a moment. */
  public boolean isAway() {
    return problem == Problem.BUSY || problem == Problem.UNREACHABLE;
  }

  /** The same once more, for somebody else to be told. */
  StoreException again() {
    return new StoreException(problem, FailureText.of(this), this);
  }

  /** What is wrong, to decide by. */
  public Problem problem() {
    return problem;
  }
}
