package worthwhile.alert.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;

/**
 * Keeps from asking a place again and again that does not answer: after five failures in a row it
 * is left alone for 30 seconds, and after each further one twice as long, ten minutes at most.
 */
public final class Breaker {
  private static final int FAILURES = 5;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final Clock clock;

  private record State(int failures, Instant until) {}

  public Breaker(Clock clock) {
    this.clock = clock;
  }

  /**
   * What fails together. All mail goes by one server, Telegram and Discord are one; of two webhooks
   * on one host the other may well answer, so that nobody is held up by somebody else's.
   */
  public static String place(Recipient to) {
    return switch (to.destination()) {
      case Destination.Mail _, Destination.Telegram _, Destination.Discord _ -> to.type().word();
      case Destination.Webhook _, Destination.Feed _, Destination.Push _, Destination.Ntfy _ ->
          to.type().word() + " " + to.number();
    };
  }

  /** How long a place is still left alone; absent if it may be asked. */
  public Optional<Duration> rest(String place) {
    State state = states.get(place);
    if (state == null || state.failures() < FAILURES) return Optional.empty();
    Duration rest = Duration.between(clock.instant(), state.until());
    return rest.isPositive() ? Optional.of(rest) : Optional.empty();
  }

  /** Notes whether a place that was asked was away. */
  public void note(String place, boolean away) {
    if (!away) states.remove(place);
    else
      states.merge(place, failed(1), (before, _) -> failed(Math.min(before.failures() + 1, 1_000)));
  }

  private State failed(int failures) {
    int doublings = Math.clamp(failures - FAILURES, 0, 10);
    Duration rest = FIRST.multipliedBy(1L << doublings);
    return new State(failures, clock.instant().plus(rest.compareTo(LONGEST) < 0 ? rest : LONGEST));
  }
}
