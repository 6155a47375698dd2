package worthwhile.store;

import java.nio.file.Path;
import java.time.Clock;

/**
 * The database: SQLite in a file by default, PostgreSQL when outgrown. Reads come from a small
 * pool; writes go one at a time.
 */
public final class Store implements AutoCloseable {
  private Store() {}

  /**
   * Opens the database and brings its tables up to date.
   *
   * @param jdbcUrl {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
   */
  public static Store open(String jdbcUrl, Clock clock) {
    throw new UnsupportedOperationException();
  }

  /** Postings and their history. */
  public Postings postings() {
    throw new UnsupportedOperationException();
  }

  /** What is known of each source's health and schedule. */
  public SourceStates sourceStates() {
    throw new UnsupportedOperationException();
  }

  /** One row per run of a source. */
  public Runs runs() {
    throw new UnsupportedOperationException();
  }

  /** Fetched bodies, kept for a bounded time, and the validators for conditional requests. */
  public Bodies bodies() {
    throw new UnsupportedOperationException();
  }

  /** Forum posts. */
  public ForumPosts forumPosts() {
    throw new UnsupportedOperationException();
  }

  /** Writes a consistent copy of the whole database to a file that must not exist yet. */
  public void backup(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
