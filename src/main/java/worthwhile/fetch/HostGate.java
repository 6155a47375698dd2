package worthwhile.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import worthwhile.fetch.wire.Wire.Result;

/** Lets one request at a time through to one host, in the order of asking, with polite gaps. */
final class HostGate {
  static final Duration SHORTEST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(60);

  /** A host that wants to be left alone for no longer than this is waited for within the run. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final int TIMES_ITS_ANSWER = 5;

  private final ReentrantLock turn = new ReentrantLock(true);
  private final Pause pause;

  /** When the last request ended and until when the host is parked, as {@link Pause#passed()}. */
  private Optional<Duration> lastEnd = Optional.empty();

  private volatile Optional<Duration> parkedUntil = Optional.empty();
  private Duration lastTook = Duration.ZERO;

  HostGate(Pause pause) {
    this.pause = pause;
  }

  /**
   * The time between two requests: the longest of what the source, robots.txt and the host's own
   * slowness ask for, from 1 to 60 seconds.
   */
  static Duration delay(Duration source, Optional<Duration> crawlDelay, Duration lastTook) {
    Duration longest = max(source, crawlDelay.orElse(Duration.ZERO));
    longest = max(longest, lastTook.multipliedBy(TIMES_ITS_ANSWER));
    return longest.compareTo(LONGEST) > 0 ? LONGEST : max(longest, SHORTEST);
  }

  /**
   * Waits for this request's turn, then sends it.
   *
   * @param fixed the delay that replaces the polite one; for mapped hosts only
   * @throws InterruptedException if the program stops while it waits
   */
  Result pass(
      Duration source,
      Optional<Duration> crawlDelay,
      Optional<Duration> fixed,
      Supplier<Result> exchange)
      throws InterruptedException {
    turn.lockInterruptibly();
    try {
      Duration parked = until(parkedUntil);
      if (parked.compareTo(PATIENCE) > 0) return new Result.Failure(RateLimits.stop(parked, 429));
      Duration gap = fixed.orElseGet(() -> delay(source, crawlDelay, lastTook));
      Duration wait = max(parked, until(lastEnd.map(end -> end.plus(gap))));
      if (wait.isPositive()) pause.pause(wait);
      return timed(exchange);
    } finally {
      turn.unlock();
    }
  }

  private Result timed(Supplier<Result> exchange) {
    Duration start = pause.passed();
    Result result = exchange.get();
    Duration end = pause.passed();
    lastEnd = Optional.of(end);
    lastTook = end.minus(start);
    return result;
  }

  /** Whether the host wants to be left alone now. */
  boolean isParked() {
    return until(parkedUntil).isPositive();
  }

  /** Leaves the host alone for this long, at most {@link Parking#LONGEST}. */
  void park(Duration time) {
    turn.lock();
    try {
      if (time.compareTo(until(parkedUntil)) > 0)
        parkedUntil = Optional.of(pause.passed().plus(time));
    } finally {
      turn.unlock();
    }
  }

  private Duration until(Optional<Duration> moment) {
    return moment
        .map(at -> at.minus(pause.passed()))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
