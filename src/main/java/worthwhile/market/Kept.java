package worthwhile.market;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value that is reckoned anew when it is asked for after some minutes. */
final class Kept<T> {
  private static final Duration FOR = Duration.ofMinutes(5);

  private final ReentrantLock reckoning = new ReentrantLock();
  private final Clock clock;
  private final Function<Instant, T> reckon;
  private volatile @Nullable Value<T> value;

  private record Value<T>(T of, Instant at) {
    /** A clock that was set back makes it old as well. */
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(FOR));
    }
  }

  Kept(Clock clock, Function<Instant, T> reckon) {
    this.clock = clock;
    this.reckon = reckon;
  }

  T get() {
    Value<T> known = value;
    if (known != null && known.isFresh(clock.instant())) return known.of();
    reckoning.lock();
    try {
      known = value;
      Instant now = clock.instant();
      if (known == null || !known.isFresh(now)) known = new Value<>(reckon.apply(now), now);
      value = known;
      return known.of();
    } finally {
      reckoning.unlock();
    }
  }
}
