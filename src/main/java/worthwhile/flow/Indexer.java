package worthwhile.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.posting.Posting;
import worthwhile.search.PostingIndex;
import worthwhile.store.Store;
import worthwhile.store.posting.Changes;
import worthwhile.store.posting.Landmark;

/**
 * The follower of the change log that brings an index to where the store is. The index itself
 * remembers the revision that it has come to, so whatever a crash left out is caught up by the same
 * step that follows every batch. It remembers too of which database it was made and what happened
 * there last: where the store is another one, or was brought back from a backup and went another
 * way since, the index is built anew.
 */
public final class Indexer {
  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
  private static final int BATCH = 2_000;

  /** An index that cannot be written is not built anew more often: the disk may be full. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Store store;
  private final PostingIndex index;
  private final Clock clock;
  private Optional<Long> brokenSince = Optional.empty();
  private volatile boolean catchingUp;
  private volatile boolean stopping;

  /** An indexer from this store to this index. */
  public Indexer(Store store, PostingIndex index, Clock clock) {
    this.store = store;
    this.index = index;
    this.clock = clock;
    this.catchingUp = isFarBehind(store.postings().revision());
  }

  /**
   * Whether much of what is stored cannot be found yet: the index was emptied and is being filled,
   * or was made of another database. A batch that was stored this moment does not count.
   */
  public boolean isCatchingUp() {
    return catchingUp;
  }

  private boolean isFarBehind(long stored) {
    return stored - index.revision() > (index.size() == 0 ? 0 : BATCH);
  }

  /** Indexes everything stored since the last time; answers how many postings that was. */
  public synchronized int catchUp() {
    if (stopping) return 0;
    if (index.isBroken()) return mend();
    if (index.revision() == 0 && index.size() == 0 && index.origin().isEmpty())
      index.note(store.landmark(0).toString());
    return isOfStore() ? follow() : startAnew();
  }

  /** Whether what the index has can be gone on from. */
  private boolean isOfStore() {
    long start = index.revision();
    return start <= store.postings().revision()
        && store.changes().reachesBackTo(start)
        && Landmark.parse(index.origin())
            .filter(then -> then.agreesWith(store.landmark(then.revision())))
            .isPresent();
  }

  private int follow() {
    catchingUp = isFarBehind(store.postings().revision());
    int count = 0;
    for (var batch = after(index.revision());
        !batch.isEmpty() && !stopping;
        batch = after(index.revision())) count += put(batch);
    if (count > 0) {
      index.note(store.landmark(index.revision()).toString());
      index.show();
    }
    catchingUp = catchingUp && stopping;
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

  /** The index is of another database, or the change log no longer tells what it missed. */
  private int startAnew() {
    LOG.info("The index does not belong to the database as it is; it is built anew");
    catchingUp = true;
    rebuild();
    return Math.toIntExact(index.size());
  }

  private int mend() {
    long now = System.nanoTime();
    if (brokenSince.filter(since -> now - since < PAUSE.toNanos()).isPresent()) return 0;
    brokenSince = Optional.of(now);
    LOG.warn("The index can no longer be written; it is built anew");
    rebuild();
    brokenSince = Optional.empty();
    return Math.toIntExact(index.size());
  }

  /** Builds the index anew from the store while the old one serves. */
  public synchronized void rebuild() {
    Landmark now = store.landmark(store.postings().revision());
    Instant since = clock.instant().minus(PostingIndex.CLOSED_FOR);
    try (Stream<Posting> all = store.postings().notClosedBefore(since)) {
      index.rebuild(all.peek(_ -> goOn()), now.revision());
    }
    index.note(now.toString());
    index.flush();
    follow();
  }

  private void goOn() {
    if (stopping) throw new CancellationException("The index was being built anew at the stop");
  }

  /** Lets what is under way end soon: the next start goes on. Nothing is indexed afterwards. */
  public void stop() {
    stopping = true;
  }
}
