package worthwhile.alert.watch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import worthwhile.schedule.GracefulEnd;

/** Everything that watches alerts and their sources, on a schedule of its own. */
public final class AlertWatch implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final long STEP_SECONDS = 1;
  private static final long LOOK_SECONDS = 60;
  private static final long SOURCES_SECONDS = 300;
  private static final long MONEY_SECONDS = 900;

  private final CanaryWatch canary;
  private final Watchdog watchdog;
  private final SilenceWatch silence;
  private final SilenceTeller teller;
  private final ChangeTeller changes;
  private final DueTeller dues;

  /** What waits for a mail server keeps nobody from looking. */
  private final ScheduledExecutorService proving =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("canary").factory());

  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watchdog").factory());

  public AlertWatch(
      CanaryWatch canary,
      Watchdog watchdog,
      SilenceWatch silence,
      SilenceTeller teller,
      ChangeTeller changes,
      DueTeller dues) {
    this.canary = canary;
    this.watchdog = watchdog;
    this.silence = silence;
    this.teller = teller;
    this.changes = changes;
    this.dues = dues;
  }

  /**
   * Begins.
   *
   * @param guard runs a piece of work under a name and says what fails
   */
  public void start(BiConsumer<String, Runnable> guard) {
    every(proving, STEP_SECONDS, () -> guard.accept("canary", canary::step));
    every(looking, LOOK_SECONDS, () -> guard.accept("watchdog", watchdog::look));
    every(looking, SOURCES_SECONDS, () -> guard.accept("silence", this::lookAtSources));
    every(looking, SOURCES_SECONDS, () -> guard.accept("platform changes", changes::tell));
    every(looking, MONEY_SECONDS, () -> guard.accept("money due", dues::tell));
  }

  private void lookAtSources() {
    silence.look();
    teller.tell();
  }

  private static void every(ScheduledExecutorService thread, long seconds, Runnable work) {
    var unused = thread.scheduleWithFixedDelay(work, seconds, seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    proving.shutdown();
    looking.shutdown();
    GracefulEnd.await(proving, GRACE);
    GracefulEnd.await(looking, GRACE);
  }
}
