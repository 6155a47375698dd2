package worthwhile.alert.saved;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time during which a platform was not read as it should be.
 *
 * @param platform id of its card
 * @param name of the platform for people
 * @param since when it was read last
 * @param began when that was noticed
 * @param seen when it was so last
 * @param ended when it was read again; absent while it is not
 */
public record Silence(
    String id,
    String platform,
    String name,
    Instant since,
    Instant began,
    Instant seen,
    Optional<Instant> ended) {
  /** After a start everything is stale for minutes: only what lasts is told. */
  public static final Duration SETTLED = Duration.ofMinutes(30);

  /** Whether it lasts long enough to be told at a moment, or did until it ended. */
  public boolean isSettled(Instant now) {
    return !ended.orElse(now).isBefore(began.plus(SETTLED));
  }
}
