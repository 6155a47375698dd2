package worthwhile.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.Channel;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.posting.Reason;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;

/** Test messages, which an owner has sent at once to see that they arrive. */
public final class Trials {
  /** To one channel in an hour. */
  public static final int MOST = 5;

  private static final Duration WINDOW = Duration.ofHours(1);

  private final Store store;
  private final ChannelLimits limits;
  private final Clock clock;

  public Trials(Store store, ChannelLimits limits, Clock clock) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * It was handed over, or tried.
     *
     * @param delivery sent, or failed with the reason why
     */
    record Tried(Recipient to, Delivery delivery) implements Outcome {}

    /** As many as are allowed were sent within the last hour. */
    record TooMany() implements Outcome {}

    /** Its reader has not said that it is hers, or left: nothing is sent there. */
    record Unconfirmed() implements Outcome {}

    /** Nothing is ever sent to a feed: its reader fetches it. */
    record Fetched() implements Outcome {}

    /** The search has no such channel. */
    record Absent() implements Outcome {}
  }

  /**
   * Sends one, and waits some seconds for what becomes of it.
   *
   * @param site where people reach the site, without a slash at its end
   */
  public Outcome send(SavedSearch search, long number, String site) {
    Outcome begun = store.changeAlerts(alerts -> begin(alerts, search, number));
    if (!(begun instanceof Outcome.Tried(Recipient to, Delivery delivery))) return begun;
    Attempt attempt = attempt(message(search, to, delivery, site), to);
    return new Outcome.Tried(to, note(to, delivery, attempt));
  }

  /** Counted before it is sent, so that no two at once are one too many. */
  private Outcome begin(Alerts alerts, SavedSearch search, long number) {
    Optional<Recipient> found = OwnChannels.locked(alerts, search, number);
    if (found.isEmpty()) return new Outcome.Absent();
    Recipient to = found.get();
    if (to.type().isFetched()) return new Outcome.Fetched();
    if (!to.isConfirmed()) return new Outcome.Unconfirmed();
    Instant now = clock.instant();
    if (alerts.deliveries().since(number, AlertReason.TEST, now.minus(WINDOW)) >= MOST)
      return new Outcome.TooMany();
    Delivery delivery = delivery(to, now);
    alerts.deliveries().add(List.of(delivery));
    return new Outcome.Tried(to, delivery);
  }

  /** Held until it is known what became of it, so that the outbox does not send it too. */
  private static Delivery delivery(Recipient to, Instant now) {
    return Delivery.waiting(to, AlertReason.TEST, now, now).ended(Delivery.State.HELD, now);
  }

  private AlertMessage message(SavedSearch search, Recipient to, Delivery delivery, String site) {
    return new AlertMessage(
        delivery.id(),
        AlertReason.TEST,
        List.of(),
        0,
        Map.of(search.id(), search.name()),
        site,
        Composer.leave(to, site),
        clock.instant());
  }

  private Attempt attempt(AlertMessage message, Recipient to) {
    Optional<Channel> channel = limits.channel(to.type());
    return channel.isPresent()
        ? channel.get().send(message, to)
        : new Attempt.Later(Optional.empty(), "this instance has no " + to.type().word());
  }

  private Delivery note(Recipient to, Delivery delivery, Attempt attempt) {
    Instant now = clock.instant();
    Optional<Reason> why = why(attempt);
    Optional<String> error = why.map(reason -> (String) reason.parameters().get("error"));
    Delivery tried =
        DeliveryBuilder.builder(delivery)
            .state(why.isEmpty() ? Delivery.State.SENT : Delivery.State.FAILED)
            .why(why)
            .attempts(1)
            .error(error)
            .done(Optional.of(now))
            .build();
    return store.changeAlerts(
        alerts -> {
          alerts.deliveries().conclude(tried);
          alerts.recipients().note(to.number(), error);
          if (attempt instanceof Attempt.Gone) {
            alerts.recipients().end(to.number(), Recipient.State.GONE, now);
            new TakeOver(alerts, type -> limits.channel(type).isPresent(), now)
                .relieve(to, List.of(), true);
          }
          return tried;
        });
  }

  private static Optional<Reason> why(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Sent _ -> Optional.empty();
      case Attempt.Later(var _, String error) ->
          Optional.of(Reason.of("alert-trial-later").with("error", error));
      case Attempt.Away(String error) ->
          Optional.of(Reason.of("alert-trial-away").with("error", error));
      case Attempt.Refused(String error) ->
          Optional.of(Reason.of("alert-trial-refused").with("error", error));
      case Attempt.Gone(String error) ->
          Optional.of(Reason.of("alert-trial-gone").with("error", error));
    };
  }
}
