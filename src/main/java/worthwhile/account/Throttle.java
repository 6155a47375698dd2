package worthwhile.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  /** Attempts without any wait, and the longest wait after more. */
  private record Limit(String name, int free, Duration longest) {}

  private static final Limit ONE_NAME_HERE = new Limit("pair", 5, Duration.ofMinutes(15));
  private static final Limit ONE_ADDRESS = new Limit("address", 30, Duration.ofMinutes(15));
  private static final Limit ONE_NAME = new Limit("name", 50, Duration.ofMinutes(1));
  private static final Limit ONE_DEVICE = new Limit("device", 10, Duration.ofMinutes(15));

  /** Accounts that one address may make, and how often one is more. */
  private static final int SIGN_UPS = 10;

  private static final Duration ONE_MORE = Duration.ofMinutes(6);

  private final Clock clock;
  private final Cache<String, Tally> tallies =
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
  record Attempt(String key, String address, Optional<String> device) {}

  /**
   * Counts an attempt before it is made, as if it went wrong: so many at once cannot slip through.
   *
   * @return how long to wait instead of trying now; absent if it may be tried
   */
  synchronized Optional<Duration> begin(Attempt attempt) {
    Optional<Duration> wait = longest(attempt);
    if (wait.isEmpty()) count(attempt);
    return wait;
  }

  private Optional<Duration> longest(Attempt attempt) {
    Duration longest = Duration.ZERO;
    if (attempt.device().isPresent()) longest = wait(ONE_DEVICE, attempt.device().get());
    else {
      longest = longer(longest, wait(ONE_ADDRESS, attempt.address()));
      if (!attempt.key().isEmpty()) {
        longest = longer(longest, wait(ONE_NAME_HERE, attempt.key() + "\n" + attempt.address()));
        longest = longer(longest, wait(ONE_NAME, attempt.key()));
      }
    }
    return longest.isPositive() ? Optional.of(longest) : Optional.empty();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Duration wait(Limit limit, String value) {
    Tally tally = tallies.getIfPresent(limit.name() + "\n" + value);
    int wrong = tally == null ? 0 : tally.at(clock.instant());
    if (wrong < limit.free()) return Duration.ZERO;
    int doublings = Math.min(wrong - limit.free(), 20);
    Duration full = Duration.ofSeconds(1L << doublings);
    Duration delay = full.compareTo(limit.longest()) > 0 ? limit.longest() : full;
    return Duration.between(clock.instant(), tally.last().plus(delay));
  }

  private void count(Attempt attempt) {
    if (attempt.device().isPresent()) {
      add(ONE_DEVICE, attempt.device().get(), 1);
      return;
    }
    add(ONE_ADDRESS, attempt.address(), 1);
    if (attempt.key().isEmpty()) return;
    add(ONE_NAME_HERE, attempt.key() + "\n" + attempt.address(), 1);
    add(ONE_NAME, attempt.key(), 1);
  }

  private void add(Limit limit, String value, int more) {
    Instant now = clock.instant();
    tallies
        .asMap()
        .compute(
            limit.name() + "\n" + value,
            (key, old) -> new Tally(Math.max(0, (old == null ? 0 : old.at(now)) + more), now));
  }

  /** The attempt was right: it does not count, and mistyping before is forgiven. */
  void right(Attempt attempt) {
    if (attempt.device().isPresent()) {
      tallies.invalidate(ONE_DEVICE.name() + "\n" + attempt.device().get());
      return;
    }
    add(ONE_ADDRESS, attempt.address(), -1);
    if (attempt.key().isEmpty()) return;
    tallies.invalidate(ONE_NAME_HERE.name() + "\n" + attempt.key() + "\n" + attempt.address());
    add(ONE_NAME, attempt.key(), -1);
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
