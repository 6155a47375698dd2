package worthwhile.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When what was put becomes visible, and how that ends. */
class RefreshingTest {
  @Test
  void theFirstSearchMakesVisibleWhatWasPutWhileNobodySearched() {
    AtomicInteger shown = new AtomicInteger();
    try (Refreshing refreshing = new Refreshing(shown::incrementAndGet, shown::incrementAndGet)) {
      refreshing.soon();
      refreshing.soon();
      assertThat(refreshing.isWatched()).isFalse();
      assertThat(shown).hasValue(0);
      refreshing.searching();
      assertThat(shown).hasValue(1);
      refreshing.searching();
      assertThat(shown).hasValue(1);
      assertThat(refreshing.isWatched()).isTrue();
    }
  }

  @Test
  void closingWaitsForAWriteAndDoesNotInterruptIt() throws InterruptedException {
    CountDownLatch writes = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicBoolean whole = new AtomicBoolean();
    Runnable write =
        () -> {
          writes.countDown();
          try {
            mayEnd.await();
            whole.set(true);
          } catch (InterruptedException _) {
            whole.set(false);
          }
        };
    Refreshing refreshing = new Refreshing(write, write);
    refreshing.searching();
    refreshing.soon();
    writes.await();
    Thread closing = Thread.ofPlatform().start(refreshing::close);
    while (closing.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
    mayEnd.countDown();
    closing.join();
    assertThat(whole).isTrue();
  }
}
