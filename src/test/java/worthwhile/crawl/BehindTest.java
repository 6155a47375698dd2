package worthwhile.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A follower that catches up beside what it follows misses nothing and hides nothing. */
class BehindTest {
  @Test
  void whatWasAskedForLastIsCaughtUpWithBeforeTheEnd() {
    AtomicInteger stored = new AtomicInteger();
    AtomicInteger seen = new AtomicInteger();
    try (Behind behind = new Behind(() -> seen.set(stored.get()))) {
      for (int i = 0; i < 200; i++) {
        stored.incrementAndGet();
        behind.run();
      }
    }
    assertThat(seen).hasValue(200);
  }

  @Test
  void whoIsBusyCatchesUpOnceForAllThatWasAskedMeanwhile() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    try (Behind behind = new Behind(() -> waited(times, begun, free))) {
      behind.run();
      begun.await();
      for (int i = 0; i < 50; i++) behind.run();
      free.countDown();
    }
    assertThat(times).hasValue(2);
  }

  private static void waited(AtomicInteger times, CountDownLatch begun, CountDownLatch free) {
    times.incrementAndGet();
    begun.countDown();
    try {
      free.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFailureIsTold() {
    Behind behind =
        new Behind(
            () -> {
              throw new IllegalStateException("no room");
            });
    behind.run();
    assertThatThrownBy(behind::close).hasMessage("no room");
  }
}
