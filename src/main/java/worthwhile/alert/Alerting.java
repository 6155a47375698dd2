package worthwhile.alert;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    every(matching, () -> guard.accept("alerts", () -> find(send)));
    every(sending, send);
  }

  /** What was found is sent without waiting for the next look. */
  private void find(Runnable send) {
    follower.catchUp(() -> soon(send));
  }

  private void soon(Runnable send) {
    if (!sending.isShutdown()) sending.execute(send);
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
