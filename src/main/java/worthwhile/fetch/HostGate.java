package worthwhile.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import worthwhile.fetch.Wire.Result;

/** Lets one request at a time through to one host, in the order of asking, with polite gaps. */
final class HostGate {
  static final Duration SHORTEST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(60);

  /** A host that wants to be left alone for no longer than this is waited for within the run. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final int TIMES_ITS_ANSWER = 5;

  private final ReentrantLock turn = new ReentrantLock(true);
  private final Clock clock;
  private final Pause pause;
  private Instant lastEnd = Instant.MIN;
  private Duration lastTook = Duration.ZERO;
  private Instant parkedUntil = Instant.MIN;

  HostGate(Clock clock, Pause pause) {
    this.clock = clock;
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
      Duration wait =
          max(parked, lastEnd.equals(Instant.MIN) ? Duration.ZERO : until(lastEnd.plus(gap)));
      if (wait.isPositive()) pause.pause(wait);
      return timed(exchange);
    } finally {
      turn.unlock();
    }
  }

  private Result timed(Supplier<Result> exchange) {
    Instant start = clock.instant();
    Result result = exchange.get();
    lastEnd = clock.instant();
    lastTook = max(Duration.between(start, lastEnd), Duration.ZERO);
    if (result instanceof Result.Answer answer)
      RateLimits.exhausted(answer.headers(), lastEnd).ifPresent(this::parkFor);
    return result;
  }

  /** Leaves the host alone for this long. */
  void park(Duration time) {
    turn.lock();
    try {
      parkFor(time);
    } finally {
      turn.unlock();
    }
  }

  private void parkFor(Duration time) {
    Instant end = clock.instant().plus(time);
    if (end.isAfter(parkedUntil)) parkedUntil = end;
  }

  private Duration until(Instant moment) {
    Instant now = clock.instant();
    return moment.isAfter(now) ? Duration.between(now, moment) : Duration.ZERO;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
