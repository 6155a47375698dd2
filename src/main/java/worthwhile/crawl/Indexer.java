package worthwhile.crawl;

import java.util.List;
import worthwhile.search.PostingIndex;
import worthwhile.store.Postings;

/**
 * Brings the index to where the store is. The index remembers the store's revision that it has
 * seen, so whatever a crash left out is caught up by the same step that follows every run.
 */
public final class Indexer {
  private static final int BATCH = 2_000;

  private final Postings postings;
  private final PostingIndex index;

  /** An indexer from this store to this index. */
  public Indexer(Postings postings, PostingIndex index) {
    this.postings = postings;
    this.index = index;
  }

  /** The store's revision up to which the index has everything. */
  public long followed() {
    return index.revision();
  }

  /** Indexes everything stored since the last time; answers how many postings that was. */
  public synchronized int catchUp() {
    if (index.revision() > postings.revision()) return startAnew();
    int count = 0;
    while (true) {
      List<Postings.Versioned> batch = postings.changedSince(index.revision(), BATCH);
      if (batch.isEmpty()) break;
      index.put(
          batch.stream().map(Postings.Versioned::posting).toList(), batch.getLast().revision());
      count += batch.size();
    }
    if (count > 0) index.flush();
    return count;
  }

  /** The index knows more than the store: an older database was put in the place of its own. */
  private int startAnew() {
    rebuild();
    return Math.toIntExact(index.size());
  }

  /** Builds the index anew from the store while the old one serves. */
  public synchronized void rebuild() {
    long revision = postings.revision();
    try (var all = postings.notClosed()) {
      index.rebuild(all, revision);
    }
    catchUp();
  }
}
