package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small changes of many threads, stored in common transactions. */
class ChangingTogetherTest {
  private static final int THREADS = 40;
  private static final int EACH = 10;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void eachIsStoredOnceAndOneThatFailsTakesNobodyElsesAlong(TestDatabase kind) throws Exception {
    try (Store store = Store.open(kind.fresh(folder), Clock.systemUTC());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CyclicBarrier together = new CyclicBarrier(THREADS);
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        all.add(
            threads.submit(
                () -> {
                  together.await();
                  int stored = 0;
                  for (int n = 0; n < EACH; n++) stored += change(store, number, n);
                  return stored;
                }));
      }
      int stored = 0;
      for (Future<Integer> each : all) stored += each.get();
      assertThat(stored).isEqualTo(THREADS * EACH - THREADS);
      assertThat(store.alerts(alerts -> alerts.queue().sent()).get("x"))
          .isEqualTo(Long.valueOf(stored));
    }
  }

  /** One of ten writes and then fails; how many were stored. */
  private static int change(Store store, int thread, int n) {
    boolean fails = n == thread % EACH;
    try {
      return store.changeAlertsTogether(
          alerts -> {
            alerts.queue().countSent("x", 1);
            if (fails) throw new IllegalArgumentException("on purpose");
            return 1;
          });
    } catch (IllegalArgumentException e) {
      assertThat(fails).isTrue();
      return 0;
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoFailsHearsWhyAndLeavesNoTrace(TestDatabase kind) {
    try (Store store = Store.open(kind.fresh(folder), Clock.systemUTC())) {
      assertThatThrownBy(
              () ->
                  store.changeAlertsTogether(
                      alerts -> {
                        alerts.queue().countSent("x", 1);
                        throw new IllegalArgumentException("on purpose");
                      }))
          .isInstanceOf(IllegalArgumentException.class);
      Map<String, Long> sent = store.alerts(alerts -> alerts.queue().sent());
      assertThat(sent).isEmpty();
    }
  }
}
