package worthwhile.alert.channel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait between attempts to hand a message over: seconds at first, hours at last. */
final class BackOff {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12));

  private BackOff() {}

  /**
   * How long to wait after an attempt; absent where it was the last. A fifth more or less, so that
   * those who failed together do not come back together.
   *
   * @param attempts made so far, 1 or more
   */
  static Optional<Duration> after(int attempts, RandomGenerator random) {
    if (attempts > WAITS.size()) return Optional.empty();
    double share = 0.8 + 0.4 * random.nextDouble();
    return Optional.of(Duration.ofMillis(Math.round(WAITS.get(attempts - 1).toMillis() * share)));
  }
}
