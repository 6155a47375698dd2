package worthwhile.market;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A value that is reckoned anew when it is asked for after some minutes; after some seconds while
 * it is small, as it is while a new instance fills.
 */
final class Kept<T> {
  private static final Duration SMALL_FOR = Duration.ofSeconds(10);
  private static final int SMALL = 1_000;

  private final ReentrantLock reckoning = new ReentrantLock();
  private final Clock clock;
  private final Duration keep;
  private final Function<Instant, T> reckon;
  private final ToIntFunction<T> size;
  private volatile @Nullable Value<T> value;

  private record Value<T>(T of, Instant at, Duration keep) {
    /** A clock that was set back makes it old as well. */
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(keep));
    }
  }

  /**
   * A value that is not reckoned yet.
   *
   * @param keep for so long once it is not small
   * @param size how many things it was reckoned from
   */
  Kept(Clock clock, Duration keep, Function<Instant, T> reckon, ToIntFunction<T> size) {
    this.clock = clock;
    this.keep = keep;
    this.reckon = reckon;
    this.size = size;
  }

  T get() {
    Value<T> known = value;
    if (known != null && known.isFresh(clock.instant())) return known.of();
    if (!reckoning.tryLock()) {
      if (known != null) return known.of(); // Whoever waits would get what is hardly newer.
      reckoning.lock();
    }
    try {
      known = value;
      Instant now = clock.instant();
      if (known == null || !known.isFresh(now)) known = reckoned(now);
      value = known;
      return known.of();
    } finally {
      reckoning.unlock();
    }
  }

  private Value<T> reckoned(Instant now) {
    T fresh = reckon.apply(now);
    return new Value<>(fresh, now, size.applyAsInt(fresh) < SMALL ? SMALL_FOR : keep);
  }
}
