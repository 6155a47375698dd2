package worthwhile.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.search.PostingIndex;
import worthwhile.store.Store;
import worthwhile.store.sql.Integrity;
import worthwhile.store.sql.StoreException;

/** How database, index and disk of this node fare. Safe for use by many threads. */
public final class Condition {
  /** With less room than this a merge of the index or a larger batch may find none. */
  public static final long LEAST_ROOM = 50L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Condition.class);

  private final Store store;
  private final PostingIndex index;
  private final Indexer indexer;
  private final LongSupplier room;
  private final Clock clock;
  private volatile boolean stopping;
  private volatile Finding ofDatabase = new Finding.Unknown();
  private volatile Finding ofIndex = new Finding.Unknown();

  /**
   * The condition of this store and index; nothing is looked at yet.
   *
   * @param room bytes that can still be written in the data folder
   */
  public Condition(
      Store store, PostingIndex index, Indexer indexer, LongSupplier room, Clock clock) {
    this.store = store;
    this.index = index;
    this.indexer = indexer;
    this.room = room;
    this.clock = clock;
  }

  public Finding database() {
    return ofDatabase;
  }

  public Finding index() {
    return ofIndex;
  }

  /** Bytes that can still be written in the data folder. */
  public long room() {
    return room.getAsLong();
  }

  public boolean isDiskFull() {
    return room() < LEAST_ROOM;
  }

  /** Whether much of what is stored cannot be found yet. */
  public boolean isCatchingUp() {
    return indexer.isCatchingUp();
  }

  /**
   * Reads all of database and index, seconds for each gigabyte, and remembers what is wrong. A
   * damaged index is built anew; the damaged one serves meanwhile as well as it can.
   *
   * @return whether both were looked through and the index is well; else it is to be tried again
   */
  public boolean look() {
    ofDatabase = begun(ofDatabase);
    Finding database = lookAtDatabase();
    if (stopping) return false;
    ofDatabase = told(database, "The database");
    ofIndex = begun(ofIndex);
    Finding found = lookAtIndex();
    if (stopping) return false;
    ofIndex = told(found, "The index");
    if (found instanceof Finding.Damaged) ofIndex = mended(found);
    return !(ofDatabase instanceof Finding.Unknown) && !(ofIndex instanceof Finding.Damaged);
  }

  /** What is found from now on counts for nothing: the store is about to close. */
  public void stop() {
    stopping = true;
    indexer.stop();
  }

  /** What was damaged stays so until it is found to be well. */
  private Finding begun(Finding before) {
    return switch (before) {
      case Finding.Damaged damaged -> damaged;
      case Finding.Unknown _, Finding.Checking _, Finding.Sound _ ->
          new Finding.Checking(clock.instant());
    };
  }

  private static Finding told(Finding finding, String what) {
    if (finding instanceof Finding.Damaged(Instant _, String message))
      LOG.error("{} is damaged: {}", what, message);
    return finding;
  }

  private Finding lookAtDatabase() {
    try {
      return switch (store.integrity()) {
        case Integrity.Sound _ -> new Finding.Sound(clock.instant());
        case Integrity.Damaged(String message) -> new Finding.Damaged(clock.instant(), message);
      };
    } catch (StoreException e) {
      LOG.warn("The database could not be looked through and will be: {}", e.getMessage());
      return new Finding.Unknown();
    }
  }

  private Finding lookAtIndex() {
    return index
        .damage()
        .<Finding>map(message -> new Finding.Damaged(clock.instant(), message))
        .orElseGet(() -> new Finding.Sound(clock.instant()));
  }

  private Finding mended(Finding damaged) {
    try {
      indexer.rebuild();
      return lookAtIndex();
    } catch (RuntimeException e) {
      if (!stopping)
        LOG.error("The index cannot be built anew and will be tried again: {}", e.getMessage(), e);
      return damaged;
    }
  }
}
