package worthwhile.alert;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import worthwhile.schedule.GracefulEnd;

/** Finding whom a change concerns, and telling them, each on a thread of its own, all the time. */
public final class Alerting implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final long LOOK_MILLIS = 200;

  private final AlertFollower follower;
  private final Outbox outbox;
  private final ScheduledExecutorService matching =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("alerts").factory());
  private final ScheduledExecutorService sending =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("outbox").factory());

  private final AtomicBoolean asked = new AtomicBoolean();

  public Alerting(AlertFollower follower, Outbox outbox) {
    this.follower = follower;
    this.outbox = outbox;
  }

  /**
   * Begins.
   *
   * @param guard runs a piece of work under a name and says what fails
   */
  public void start(BiConsumer<String, Runnable> guard) {
    Runnable send = () -> guard.accept("outbox", outbox::drain);
    outbox.onMore(() -> soon(send));
    every(matching, () -> guard.accept("alerts", () -> follower.catchUp(outbox)));
    every(sending, send);
  }

  /** What waits is sent without waiting for the next look; who asks again meanwhile waits too. */
  private void soon(Runnable send) {
    if (sending.isShutdown() || !asked.compareAndSet(false, true)) return;
    sending.execute(
        () -> {
          asked.set(false);
          send.run();
        });
  }

  private static void every(ScheduledExecutorService thread, Runnable work) {
    var unused =
        thread.scheduleWithFixedDelay(work, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    matching.shutdown();
    sending.shutdown();
    GracefulEnd.await(matching, GRACE);
    GracefulEnd.await(sending, GRACE);
    outbox.close();
  }
}
