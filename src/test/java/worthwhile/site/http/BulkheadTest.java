package worthwhile.site.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What strangers send is read beside the requests, and never for ever. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class BulkheadTest {
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void readsOnAThreadOfItsOwn() {
    try (Bulkhead bulkhead = new Bulkhead(1, 1, Duration.ofSeconds(10))) {
      assertThat(bulkhead.read(() -> Thread.currentThread().getName())).startsWith("reading-");
      assertThat(bulkhead.<Boolean>read(() -> Thread.currentThread().isVirtual())).isFalse();
    }
  }

  @Test
  void whatTheReadingThrowsIsThrown() {
    try (Bulkhead bulkhead = new Bulkhead(1, 1, Duration.ofSeconds(10))) {
      assertThatThrownBy(
              () ->
                  bulkhead.read(
                      () -> {
                        throw new HttpRefusal(400, "Bad", "the third line");
                      }))
          .isInstanceOf(HttpRefusal.class)
          .hasMessage("the third line");
    }
  }

  @Test
  void readingThatTakesTooLongIsInterruptedAndRefused() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (Bulkhead bulkhead = new Bulkhead(1, 1, Duration.ofMillis(20))) {
      assertThatExceptionOfType(HttpRefusal.class)
          .isThrownBy(() -> bulkhead.read(() -> await(interrupted)))
          .withMessageContaining("given up")
          .satisfies(refused -> assertThat(refused.status()).isEqualTo(503));
      interrupted.await();
    }
  }

  @Test
  void oneMoreThanCanWaitIsRefusedAtOnce() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    try (Bulkhead bulkhead = new Bulkhead(1, 1, Duration.ofSeconds(10))) {
      Thread first = Thread.startVirtualThread(() -> refusedOr(bulkhead, reading));
      reading.await();
      Thread second = Thread.startVirtualThread(() -> refusedOr(bulkhead, new CountDownLatch(1)));
      Thread third = Thread.startVirtualThread(() -> refusedOr(bulkhead, new CountDownLatch(1)));
      // One of the two waits, the other is refused: it alone ends before the reading does.
      while (second.isAlive() && third.isAlive()) Thread.onSpinWait();
      assertThat(first.isAlive()).isTrue();
      never.countDown();
      for (Thread each : new Thread[] {first, second, third}) each.join();
    }
  }

  private void refusedOr(Bulkhead bulkhead, CountDownLatch reading) {
    try {
      bulkhead.read(
          () -> {
            reading.countDown();
            never.await();
            return 1;
          });
    } catch (HttpRefusal refused) {
      assertThat(refused.status()).isEqualTo(503);
    }
  }

  private Integer await(CountDownLatch interrupted) {
    try {
      never.await();
      return 1;
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw new IllegalStateException(e);
    }
  }
}
