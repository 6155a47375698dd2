package worthwhile.search;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.stream.Stream;
import worthwhile.posting.JobPosting;

/**
 * The index of postings: can be lost and rebuilt from the store at any time. Safe for use by many
 * threads.
 */
public final class SearchIndex implements AutoCloseable {
  private SearchIndex() {}

  /** Opens or creates the index in a folder; a broken or outdated one is emptied, not an error. */
  public static SearchIndex open(Path folder, Clock clock) {
    throw new UnsupportedOperationException();
  }

  /** The store's revision up to which the index has everything; 0 for an empty index. */
  public long revision() {
    throw new UnsupportedOperationException();
  }

  /**
   * Adds or replaces postings (closed ones are taken out) and notes the store's revision. Visible
   * to searches within a second.
   */
  public void put(Collection<JobPosting> postings, long revision) {
    throw new UnsupportedOperationException();
  }

  /** Makes everything put so far visible to the next search. */
  public void refresh() {
    throw new UnsupportedOperationException();
  }

  /** Makes everything put so far survive a crash. */
  public void commit() {
    throw new UnsupportedOperationException();
  }

  /** Builds a new index from these postings while the old one serves, then swaps. */
  public void rebuild(Stream<JobPosting> postings, long revision) {
    throw new UnsupportedOperationException();
  }

  /** Number of postings in the index. */
  public long size() {
    throw new UnsupportedOperationException();
  }

  /** Runs a search. */
  public SearchResult search(SearchQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
