package worthwhile.crawl;

import java.time.Clock;
import worthwhile.flow.Batch;
import worthwhile.flow.Tail;
import worthwhile.store.Store;

/**
 * Brings what consenting workers logged into the pay of open postings, and takes it out again when
 * one of them takes her consent back. Postings whose pay stays the same are not written.
 */
public final class LoggedWork {
  /** Postings looked at in one pass, those of the newest work first. */
  private static final int MOST = 2_000;

  private final Store store;
  private final Tail tail;
  private final Clock clock;

  /** Logs of this store, through this tail. */
  public LoggedWork(Store store, Tail tail, Clock clock) {
    this.store = store;
    this.tail = tail;
    this.clock = clock;
  }

  /** Assesses them anew. */
  public void reassess() {
    tail.take(new Batch.Reassessment(store.work().postings(MOST), clock.instant()));
  }
}
