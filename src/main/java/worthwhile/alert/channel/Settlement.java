package worthwhile.alert.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.posting.Reason;

/**
 * What becomes of deliveries that were handed to a channel, or that nobody is to have after all.
 */
public final class Settlement {
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param random by which those that failed together do not come back together
   */
  public Settlement(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Deliveries of one message after an attempt: sent, to be tried again later, or failed. */
  public List<Delivery> after(List<Delivery> all, Attempt attempt) {
    return switch (attempt) {
      case Attempt.Sent _ -> tried(all, Delivery.State.SENT, Optional.empty());
      case Attempt.Later(Optional<Duration> after, String why) -> later(all, after, why);
      case Attempt.Away(String why) -> later(all, Optional.empty(), why);
      case Attempt.Refused(String why) -> refused(all, why);
      case Attempt.Gone(String why) -> refused(all, why);
    };
  }

  /** Deliveries that were not tried and are over. */
  public List<Delivery> ended(List<Delivery> all, Delivery.State state, String why) {
    return ended(all, state, Optional.of(Reason.of(why)));
  }

  private List<Delivery> refused(List<Delivery> all, String why) {
    Reason reason = Reason.of("alert-refused").with("error", why);
    return tried(all, Delivery.State.FAILED, Optional.of(reason)).stream()
        .map(each -> DeliveryBuilder.builder(each).error(Optional.of(why)).build())
        .toList();
  }

  private List<Delivery> later(List<Delivery> all, Optional<Duration> after, String why) {
    return all.stream().map(each -> later(each, after, why)).toList();
  }

  private Delivery later(Delivery each, Optional<Duration> after, String why) {
    int attempts = each.attempts() + 1;
    Optional<Duration> wait = BackOff.after(attempts, random).map(own -> longer(own, after));
    DeliveryBuilder now = DeliveryBuilder.builder(each).attempts(attempts).error(Optional.of(why));
    if (wait.isPresent()) return now.nextTry(clock.instant().plus(wait.get())).build();
    return now.state(Delivery.State.FAILED)
        .why(
            Optional.of(
                Reason.of("alert-given-up").with("attempts", (long) attempts).with("error", why)))
        .done(Optional.of(clock.instant()))
        .build();
  }

  private static Duration longer(Duration own, Optional<Duration> asked) {
    return asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
  }

  private List<Delivery> tried(List<Delivery> all, Delivery.State state, Optional<Reason> why) {
    return ended(all, state, why).stream()
        .map(each -> DeliveryBuilder.builder(each).attempts(each.attempts() + 1).build())
        .toList();
  }

  private List<Delivery> ended(List<Delivery> all, Delivery.State state, Optional<Reason> why) {
    Instant now = clock.instant();
    return all.stream()
        .map(
            each ->
                DeliveryBuilder.builder(each)
                    .state(state)
                    .why(why.or(each::why))
                    .error(Optional.empty())
                    .done(Optional.of(now))
                    .build())
        .toList();
  }
}
