package worthwhile.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.alert.Alerts;

/**
 * Asks whoever reads a mailbox or a chat whether it is hers. Anybody can name a stranger's: however
 * many accounts do, and even if each is deleted at once, she is asked a few times in a week; and
 * one account asks a few strangers.
 */
final class Questions {
  /** So long nobody asks again who was asked so often. */
  static final Duration WINDOW = Duration.ofDays(7);

  /** Of one place within that time, by whoever. */
  static final int MOST = 3;

  /** Places of one account that may wait for an answer. */
  static final int MOST_WAITING = SavedSearch.MOST_CHANNELS;

  private static final String ASKED =
      "no question was sent: it was asked three times within a week; name it again in a week";

  private static final String WAITING =
      "no question was sent: too many places of this account wait for an answer; name it again in"
          + " a week";

  private final Alerts alerts;
  private final Instant now;

  Questions(Alerts alerts, Instant now) {
    this.alerts = alerts;
    this.now = now;
  }

  /** Has the question sent; where it may not be, that is noted of the recipient. */
  void ask(Recipient recipient) {
    if (recipient.state() != Recipient.State.UNCONFIRMED) return;
    String place = Mailboxes.hash(recipient.destination());
    if (alerts.suppressions().covers(place, "*")) return;
    Optional<String> not = refusal(recipient, place);
    if (not.isPresent()) alerts.recipients().note(recipient.number(), not);
    else
      alerts.deliveries().add(List.of(Delivery.waiting(recipient, AlertReason.CONFIRM, now, now)));
  }

  private Optional<String> refusal(Recipient recipient, String place) {
    if (alerts.recipients().unconfirmed(recipient.account()) > MOST_WAITING)
      return Optional.of(WAITING);
    return alerts.suppressions().takeQuestion(place, MOST, now.minus(WINDOW), now)
        ? Optional.empty()
        : Optional.of(ASKED);
  }
}
