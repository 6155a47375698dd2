package worthwhile.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.fetch.wire.Wire.Result;

class HostGateTest {
  private static final Duration TWO = Duration.ofSeconds(2);

  private final FakeTime time = new FakeTime();
  private final HostGate gate = new HostGate(time.pause());

  @ParameterizedTest
  @CsvSource({
    "PT2S, PT0S, PT0.1S, PT2S",
    "PT2S, PT10S, PT0.1S, PT10S",
    "PT2S, PT1S, PT3S, PT15S",
    "PT0S, PT0S, PT0.01S, PT1S",
    "PT2S, PT0S, PT20S, PT1M",
    "PT5M, PT0S, PT0S, PT1M",
  })
  void theDelayIsTheLongestOfThreeWithinBounds(
      Duration source, Duration crawlDelay, Duration took, Duration delay) {
    Optional<Duration> asked = Optional.of(crawlDelay).filter(Duration::isPositive);
    assertThat(HostGate.delay(source, asked, took)).isEqualTo(delay);
  }

  @Test
  void theFirstRequestGoesAtOnceAndTheNextAfterTheDelayFromItsEnd() throws InterruptedException {
    pass(TWO, Optional.empty(), slow(Duration.ofMillis(100)));
    pass(TWO, Optional.empty(), slow(Duration.ofSeconds(4)));
    time.advance(Duration.ofSeconds(5));
    pass(TWO, Optional.empty(), slow(Duration.ofMillis(100)));
    time.advance(Duration.ofHours(1));
    pass(TWO, Optional.empty(), slow(Duration.ofMillis(100)));
    assertThat(time.pauses()).containsExactly(TWO, Duration.ofSeconds(15));
  }

  @Test
  void aFixedDelayOfZeroNeedsNoPause() throws InterruptedException {
    for (int i = 0; i < 3; i++) pass(TWO, Optional.of(Duration.ZERO), slow(Duration.ofMillis(100)));
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void aParkedHostIsNotAskedEvenWithoutDelay() throws InterruptedException {
    gate.park(Duration.ofMinutes(5));
    AtomicInteger asked = new AtomicInteger();
    Result refused =
        gate.pass(
            TWO,
            Optional.empty(),
            Optional.of(Duration.ZERO),
            () -> {
              asked.incrementAndGet();
              return answer();
            });
    assertThat(refused).isInstanceOf(Result.Failure.class);
    assertThat(asked).hasValue(0);
    time.advance(Duration.ofMinutes(4));
    pass(TWO, Optional.empty(), slow(Duration.ZERO));
    assertThat(time.pauses())
        .as("a short rest is waited for")
        .containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void aClockThatIsSetBackMakesNobodyWaitForTheJump() throws InterruptedException {
    pass(TWO, Optional.empty(), slow(Duration.ofMillis(100)));
    time.setBack(Duration.ofHours(1));
    pass(TWO, Optional.empty(), slow(Duration.ofMillis(100)));
    assertThat(time.pauses()).containsExactly(TWO);
  }

  @Test
  // Yielding is the point: a second request that could slip in has its chance.
  @SuppressWarnings("ThreadPriorityCheck")
  void oneAtATimeHoweverManyAsk() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        var _ =
            threads.submit(
                () ->
                    gate.pass(
                        TWO,
                        Optional.empty(),
                        Optional.empty(),
                        () -> {
                          seen.add(inside.incrementAndGet());
                          Thread.yield();
                          inside.decrementAndGet();
                          return answer();
                        }));
      }
    }
    assertThat(seen).hasSize(50).containsOnly(1);
    assertThat(time.pauses()).hasSize(49).containsOnly(TWO);
  }

  private void pass(Duration source, Optional<Duration> fixed, Supplier<Result> exchange)
      throws InterruptedException {
    assertThat(gate.pass(source, Optional.empty(), fixed, exchange))
        .isInstanceOf(Result.Answer.class);
  }

  private Supplier<Result> slow(Duration took) {
    return () -> {
      time.advance(took);
      return answer();
    };
  }

  private static Result answer() {
    return new Result.Answer(200, Map.of(), new byte[0]);
  }
}
