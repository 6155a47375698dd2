package worthwhile.alert;

import java.time.Clock;
import java.util.Optional;
import worthwhile.account.RandomSecret;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.RecipientBuilder;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;

/** What whoever reads a mailbox may say of it, by the secret word in the links of its messages. */
public final class Mailboxes {
  private static final String EVERYBODY = "*";

  private final Store store;
  private final Clock clock;

  public Mailboxes(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  static String hash(Destination destination) {
    return RandomSecret.hash(destination.key());
  }

  /** The mailbox whose links have this secret word. */
  public Optional<Recipient> bySecret(String secret) {
    return store.alerts(alerts -> find(alerts, secret));
  }

  private static Optional<Recipient> find(Alerts alerts, String secret) {
    return alerts
        .recipients()
        .byHash(RandomSecret.hash(secret))
        .filter(found -> found.type() == ChannelType.MAIL);
  }

  /** It is hers. One that was left is not taken back by an old link. */
  public Optional<Recipient> confirm(String secret) {
    return store.changeAlerts(
        alerts ->
            find(alerts, secret)
                .map(
                    found -> {
                      if (found.state() != Recipient.State.UNCONFIRMED) return found;
                      Recipient now =
                          RecipientBuilder.builder(found)
                              .state(Recipient.State.CONFIRMED)
                              .confirmed(Optional.of(clock.instant()))
                              .build();
                      alerts.recipients().replace(now);
                      return now;
                    }));
  }

  /**
   * She wants nothing more there; what waits is not sent.
   *
   * @param whoever whether nobody else may ask her either
   */
  public Optional<Recipient> leave(String secret, boolean whoever) {
    return store.changeAlerts(
        alerts ->
            find(alerts, secret)
                .map(
                    found -> {
                      alerts
                          .recipients()
                          .end(found.number(), Recipient.State.LEFT, clock.instant());
                      alerts
                          .deliveries()
                          .cancel(
                              found.number(),
                              Delivery.State.HELD,
                              "{\"code\":\"alert-left\",\"parameters\":{}}",
                              clock.instant());
                      if (whoever)
                        alerts
                            .suppressions()
                            .add(hash(found.destination()), EVERYBODY, clock.instant());
                      return found;
                    }));
  }
}
