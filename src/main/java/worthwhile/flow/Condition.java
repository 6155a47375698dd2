package worthwhile.flow;

import java.time.Clock;
import java.util.Optional;
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

  public boolean isDiskFull() {
    return room.getAsLong() < LEAST_ROOM;
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
    ofDatabase = lookAtDatabase();
    ofIndex = begun(ofIndex);
    ofIndex = lookAtIndex();
    if (ofIndex instanceof Finding.Damaged) ofIndex = mended(ofIndex);
    return !(ofDatabase instanceof Finding.Unknown) && !(ofIndex instanceof Finding.Damaged);
  }

  /** What was damaged stays so until it is found to be well. */
  private Finding begun(Finding before) {
    return switch (before) {
      case Finding.Damaged damaged -> damaged;
      case Finding.Unknown _, Finding.Checking _, Finding.Sound _ ->
          new Finding.Checking(clock.instant());
    };
  }

  private Finding lookAtDatabase() {
    try {
      return switch (store.integrity()) {
        case Integrity.Sound _ -> new Finding.Sound(clock.instant());
        case Integrity.Damaged(String message) -> {
          LOG.error("{}", message);
          yield new Finding.Damaged(clock.instant(), message);
        }
      };
    } catch (StoreException e) {
      LOG.warn("The database could not be looked through and will be: {}", e.getMessage());
      return new Finding.Unknown();
    }
  }

  private Finding lookAtIndex() {
    Optional<String> damage = index.damage();
    if (damage.isEmpty()) return new Finding.Sound(clock.instant());
    LOG.error("The index is damaged and is built anew from the database: {}", damage.get());
    return new Finding.Damaged(clock.instant(), damage.get());
  }

  private Finding mended(Finding damaged) {
    try {
      indexer.rebuild();
      return lookAtIndex();
    } catch (RuntimeException e) {
      LOG.error("The index cannot be built anew and will be tried again: {}", e.getMessage(), e);
      return damaged;
    }
  }
}
