package worthwhile.site.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Sentences;

/**
 * Reads what strangers send on a few threads of its own, each reading within a deadline. Requests
 * share as many carrier threads as there are processors: a long computation on one of them would
 * hold up every other request. Beside them the system gives each its share, and a request's own
 * thread only waits.
 */
public final class Bulkhead implements AutoCloseable {
  private static final int THREADS = 2;

  /** Readings that wait for a thread; one more is refused at once. */
  private static final int WAITING = 16;

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor threads;
  private final Duration deadline;

  Bulkhead(int threads, int waiting, Duration deadline) {
    this.deadline = deadline;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().daemon().name("reading-", 0).factory());
    this.threads.allowCoreThreadTimeOut(true);
  }

  /** Two threads, 16 waiting, 10 seconds. */
  public static Bulkhead usual() {
    return new Bulkhead(THREADS, WAITING, DEADLINE);
  }

  /**
   * What the reading comes to. It is interrupted when its time is over, and what it stores may
   * still be stored then.
   *
   * @throws HttpRefusal 503 if too many wait or the time is over; also what the reading throws
   */
  public <T> T read(Callable<T> reading) {
    Future<T> result = submitted(reading);
    try {
      return result.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      result.cancel(true);
      throw busy(
          "Reading this took longer than %d s and was given up. Send it again later, a large file"
              + " in several parts.",
          deadline.toSeconds());
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      throw busy("The server stops. Send this again in a minute.");
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private <T> Future<T> submitted(Callable<T> reading) {
    try {
      Sentences spoken = Sentences.spoken();
      return threads.submit(() -> spoken.speak(reading::call));
    } catch (RejectedExecutionException e) {
      throw busy("Too much is being read just now, and this was not. Send it again in a minute.");
    }
  }

  private static HttpRefusal busy(String detail, Object... values) {
    return HttpRefusal.forNow(503, "Busy", detail.formatted(values), Duration.ofMinutes(1));
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException(cause);
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
