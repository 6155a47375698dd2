package worthwhile.flow;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import worthwhile.posting.Posting;
import worthwhile.search.PostingIndex;
import worthwhile.store.Store;
import worthwhile.store.posting.Changes;

/**
 * The follower of the change log that brings an index to where the store is. The index itself
 * remembers the revision that it has come to, so whatever a crash left out is caught up by the same
 * step that follows every batch.
 */
public final class Indexer {
  private static final int BATCH = 2_000;

  private final String name;
  private final Store store;
  private final PostingIndex index;
  private final Clock clock;

  /**
   * An indexer from this store to this index.
   *
   * @param name tells this index from those of other nodes
   */
  public Indexer(String name, Store store, PostingIndex index, Clock clock) {
    this.name = name;
    this.store = store;
    this.index = index;
    this.clock = clock;
  }

  /** Indexes everything stored since the last time; answers how many postings that was. */
  public synchronized int catchUp() {
    long start = index.revision();
    if (start > store.postings().revision() || !store.changes().reachesBackTo(start))
      return startAnew();
    int count = 0;
    for (var batch = after(start); !batch.isEmpty(); batch = after(index.revision()))
      count += put(batch);
    if (count > 0) {
      index.flush();
      store.followers().followed(name, index.revision(), clock.instant());
    }
    return count;
  }

  private List<Changes.Entry> after(long revision) {
    return store.changes().after(revision, BATCH);
  }

  private int put(List<Changes.Entry> batch) {
    Set<String> gone = new HashSet<>();
    for (Changes.Entry entry : batch) gone.add(entry.posting());
    int count = gone.size();
    List<Posting> postings = List.copyOf(store.postings().byIds(gone).values());
    for (Posting posting : postings) gone.remove(posting.id());
    index.put(postings, gone, batch.getLast().revision());
    return count;
  }

  /** The index knows more than the store, or less than the change log can still tell. */
  private int startAnew() {
    rebuild();
    return Math.toIntExact(index.size());
  }

  /** Builds the index anew from the store while the old one serves. */
  public synchronized void rebuild() {
    long revision = store.postings().revision();
    try (var all = store.postings().notClosed()) {
      index.rebuild(all, revision);
    }
    catchUp();
  }
}
