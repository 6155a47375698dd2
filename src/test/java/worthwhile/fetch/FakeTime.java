package worthwhile.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when told to, or when somebody would have waited. */
final class FakeTime extends Clock {
  static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicReference<Duration> set = new AtomicReference<>(Duration.ZERO);
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  Pause pause() {
    return new Pause() {
      @Override
      public void pause(Duration time) {
        pauses.add(time);
        advance(time);
      }

      @Override
      public Duration passed() {
        return Duration.between(START, instant()).plus(set.get());
      }
    };
  }

  void advance(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  /** Somebody sets the wall clock back; no time passes. */
  void setBack(Duration time) {
    set.updateAndGet(all -> all.plus(time));
    advance(time.negated());
  }

  List<Duration> pauses() {
    return pauses;
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
