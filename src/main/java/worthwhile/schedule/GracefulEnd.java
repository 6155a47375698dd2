package worthwhile.schedule;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The end of work on other threads that takes no more: what is under way may finish. */
public final class GracefulEnd {
  private GracefulEnd() {}

  /** Returns when everything has ended; what takes longer than the grace is broken off. */
  public static void await(ExecutorService work, Duration grace) {
    try {
      if (!work.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) work.shutdownNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      work.shutdownNow();
    }
  }
}
