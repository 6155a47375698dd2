package worthwhile.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes guessing slow without locking anybody out. Wrong attempts make the next one wait, twice as
 * long each time, counted apart for
 *
 * <ul>
 *   <li>the name from one address: a person who mistypes,
 *   <li>one address: a stranger who tries many names,
 *   <li>one name from everywhere: many strangers who try one account. They all wait together; but
 *       browsers from which the owner has signed in before are counted for themselves, and passkeys
 *       and recovery codes, which nobody can guess, do not wait for strangers at all.
 * </ul>
 *
 * <p>Names that nobody has are counted like others, so that waiting tells nothing. All of it is
 * held in memory, bounded, and forgotten after a day.
 */
final class Throttle {
  private static final int REMEMBERED = 100_000;

  /** What wrong attempts are counted for. */
  private enum Limit {
    NAME_FROM_ADDRESS(5, Duration.ofMinutes(15), true),
    ADDRESS(30, Duration.ofMinutes(15), false),
    NAME(50, Duration.ofMinutes(1), false),
    DEVICE(10, Duration.ofMinutes(15), true);

    /** Attempts without any wait. */
    private final int free;

    /** The longest wait after more. */
    private final Duration longest;

    /** Whether one right attempt forgives all wrong ones before it. */
    private final boolean forgiving;

    Limit(int free, Duration longest, boolean forgiving) {
      this.free = free;
      this.longest = longest;
      this.forgiving = forgiving;
    }
  }

  /** What one tally stands for. */
  private record Counted(Limit limit, String value) {}

  /** Accounts that one address may make, and how often one is more. */
  private static final int SIGN_UPS = 10;

  private static final Duration ONE_MORE = Duration.ofMinutes(6);

  private final Clock clock;
  private final Cache<Counted, Tally> tallies =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(Duration.ofDays(1)).build();
  private final Cache<String, Bucket> signUps =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(Duration.ofHours(2)).build();

  Throttle(Clock clock) {
    this.clock = clock;
  }

  /** How often it went wrong, and when last. Half of it is forgiven with every hour since. */
  private record Tally(int wrong, Instant last) {
    int at(Instant now) {
      return wrong >> Math.clamp(Duration.between(last, now).toHours(), 0, 31);
    }
  }

  /**
   * Who tries.
   *
   * @param key of the name that is tried; empty where the secret names the account by itself
   * @param address of the client, or its network
   * @param device the browser, if the owner of the account has signed in with it before
   */
  record Attempt(String key, String address, Optional<String> device) {
    /** All that it is counted for. */
    private List<Counted> counted() {
      if (device.isPresent()) return List.of(new Counted(Limit.DEVICE, device.get()));
      Counted here = new Counted(Limit.ADDRESS, address);
      if (key.isEmpty()) return List.of(here);
      return List.of(
          here,
          new Counted(Limit.NAME_FROM_ADDRESS, key + "\n" + address),
          new Counted(Limit.NAME, key));
    }
  }

  /**
   * Counts an attempt before it is made, as if it went wrong: so many at once cannot slip through.
   *
   * @return how long to wait instead of trying now; absent if it may be tried
   */
  synchronized Optional<Duration> begin(Attempt attempt) {
    List<Counted> counted = attempt.counted();
    Optional<Duration> wait =
        counted.stream()
            .map(this::wait)
            .filter(Duration::isPositive)
            .max(Comparator.naturalOrder());
    if (wait.isEmpty()) counted.forEach(each -> add(each, 1));
    return wait;
  }

  private Duration wait(Counted counted) {
    Limit limit = counted.limit();
    Tally tally = tallies.getIfPresent(counted);
    int wrong = tally == null ? 0 : tally.at(clock.instant());
    if (tally == null || wrong < limit.free) return Duration.ZERO;
    int doublings = Math.min(wrong - limit.free, 20);
    Duration full = Duration.ofSeconds(1L << doublings);
    Duration delay = full.compareTo(limit.longest) > 0 ? limit.longest : full;
    return Duration.between(clock.instant(), tally.last().plus(delay));
  }

  private void add(Counted counted, int more) {
    Instant now = clock.instant();
    tallies
        .asMap()
        .compute(
            counted,
            (_, old) -> new Tally(Math.max(0, (old == null ? 0 : old.at(now)) + more), now));
  }

  /** The attempt was right: it does not count, and mistyping before is forgiven. */
  void right(Attempt attempt) {
    for (Counted counted : attempt.counted())
      if (counted.limit().forgiving) tallies.invalidate(counted);
      else add(counted, -1);
  }

  /** How long an address has to wait before it may make one more account; absent if it may. */
  Optional<Duration> signUp(String address) {
    var probe = signUps.get(address, _ -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(SIGN_UPS).refillGreedy(1, ONE_MORE))
        .withCustomTimePrecision(new Meter(clock))
        .build();
  }

  /** Bucket4j's time, told by ours. */
  private record Meter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
