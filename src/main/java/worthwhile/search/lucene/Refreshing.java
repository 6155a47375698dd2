package worthwhile.search.lucene;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what was put visible soon after, and durable within ten seconds; idle when nothing is put.
 * While nobody searches nothing is made visible but with that: each time writes a small segment,
 * which is merged away later. The next search makes it so first.
 */
final class Refreshing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private static final long VISIBLE_MILLIS = 500;
  private static final long DURABLE_MILLIS = 10_000;

  /** Who searched so lately may search on. */
  private static final long WATCHED_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Runnable refresh;
  private final Runnable flush;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("search-refresh").factory());
  private final AtomicBoolean refreshDue = new AtomicBoolean();
  private final AtomicBoolean commitDue = new AtomicBoolean();

  /** Whether something was put that the next search is to see first. */
  private final AtomicBoolean unseen = new AtomicBoolean();

  private volatile long searched = System.nanoTime() - WATCHED_NANOS;

  /**
   * For one index.
   *
   * @param refresh makes all that was put visible
   * @param flush makes it safe from a crash too
   */
  Refreshing(Runnable refresh, Runnable flush) {
    this.refresh = refresh;
    this.flush = flush;
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Something was put. */
  void soon() {
    if (isWatched()) schedule(refreshDue, refresh, VISIBLE_MILLIS);
    else unseen.set(true);
    schedule(commitDue, this::keep, DURABLE_MILLIS);
  }

  /** Somebody is about to search: what cannot be made visible must not keep her from the rest. */
  void searching() {
    searched = System.nanoTime();
    if (unseen.getAndSet(false)) run(refresh);
  }

  /** Whether somebody searched within the last half minute. */
  boolean isWatched() {
    return System.nanoTime() - searched < WATCHED_NANOS;
  }

  private void keep() {
    unseen.set(false);
    flush.run();
  }

  private void schedule(AtomicBoolean due, Runnable work, long millis) {
    if (!due.compareAndSet(false, true)) return;
    var ignored =
        timer.schedule(
            () -> {
              due.set(false);
              run(work);
            },
            millis,
            TimeUnit.MILLISECONDS);
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (AlreadyClosedException e) {
      LOG.debug("The index closed before it was refreshed", e);
    } catch (RuntimeException e) {
      LOG.error("New postings cannot be made searchable", e);
    }
  }

  /**
   * Waits for what is under way: a thread that is interrupted while it writes closes the files, and
   * the index with them.
   */
  @Override
  public void close() {
    timer.close();
  }
}
