package worthwhile.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Works through a list several at a time, with a progress bar on a terminal. */
final class Bars {
  private final boolean shown;
  private final int atOnce;

  /**
   * A way of working.
   *
   * @param atOnce how many at a time
   */
  Bars(boolean wanted, int atOnce) {
    this.atOnce = atOnce;
    shown = wanted && System.console() != null && System.console().isTerminal();
  }

  /** Applies the work to everything; the results come in the order of the list. */
  <T, R> List<R> over(List<T> all, Function<T, R> work) {
    try (ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        ProgressBar bar = bar(all.size())) {
      List<Callable<R>> calls =
          all.stream().<Callable<R>>map(one -> () -> step(work, one, bar)).toList();
      return workers.invokeAll(calls).stream().map(Bars::result).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; what was finished is kept", e);
    }
  }

  private static <T, R> R step(Function<T, R> work, T one, ProgressBar bar) {
    R result = work.apply(one);
    if (bar != null) bar.step();
    return result;
  }

  private @Nullable ProgressBar bar(int size) {
    return shown ? new ProgressBarBuilder().setInitialMax(size).setTaskName("crawl").build() : null;
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException(e.getCause());
    }
  }
}
