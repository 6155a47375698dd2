package worthwhile.crawl;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets a follower of what is stored catch up on a thread of its own while more is stored. Asked for
 * again while it waits, it catches up once for all of it.
 */
public final class Behind implements Runnable, AutoCloseable {
  private final Runnable follower;
  private final ExecutorService one =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("follow").factory());
  private final AtomicBoolean waits = new AtomicBoolean();
  private final AtomicReference<Optional<RuntimeException>> failure =
      new AtomicReference<>(Optional.empty());

  /** A thread on which this follower catches up. */
  public Behind(Runnable follower) {
    this.follower = follower;
  }

  /**
   * Asks the follower to catch up.
   *
   * @throws RuntimeException what it failed with the last time
   */
  @Override
  public void run() {
    tellFailure();
    if (waits.compareAndSet(false, true)) one.execute(this::follow);
  }

  private void follow() {
    waits.set(false);
    try {
      follower.run();
    } catch (RuntimeException e) {
      failure.set(Optional.of(e));
    }
  }

  private void tellFailure() {
    Optional<RuntimeException> failed = failure.getAndSet(Optional.empty());
    if (failed.isPresent()) throw failed.get();
  }

  /** Waits until the follower has caught up with all that it was asked for. */
  @Override
  public void close() {
    one.close();
    tellFailure();
  }
}
