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
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  Pause pause() {
    return time -> {
      pauses.add(time);
      advance(time);
    };
  }

  void advance(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
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
