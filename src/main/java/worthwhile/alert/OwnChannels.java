package worthwhile.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.alert.saved.ChatCode;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.RecipientBuilder;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;

/** What an owner does with a channel of her saved search. */
public final class OwnChannels {
  /** So long an older secret signs along, so that a receiver can change over. */
  private static final Duration ALONG = Duration.ofDays(1);

  private static final int MOST_SECRETS = 3;

  private final Store store;
  private final Clock clock;

  public OwnChannels(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What came of typing a code. */
  public enum Typed {
    /** The chat is hers. */
    RIGHT,
    WRONG,
    /** Too often a wrong one was typed: none is taken any more. */
    SPENT,
    /** No code is asked for. */
    NOT_ASKED
  }

  /** The channel of a saved search with this number, nobody else changing it meanwhile. */
  static Optional<Recipient> locked(Alerts alerts, SavedSearch search, long number) {
    if (!search.channels().contains(number)) return Optional.empty();
    alerts.recipients().lock(number);
    return alerts.recipients().byNumber(number);
  }

  /**
   * Gives a webhook a new secret; the older ones sign along for a day.
   *
   * @return absent if the search has no such webhook
   */
  public Optional<Recipient> rotate(SavedSearch search, long number) {
    return store.changeAlerts(
        alerts ->
            locked(alerts, search, number)
                .filter(each -> each.destination() instanceof Destination.Webhook)
                .map(each -> rotated(alerts, each, (Destination.Webhook) each.destination())));
  }

  private Recipient rotated(Alerts alerts, Recipient recipient, Destination.Webhook webhook) {
    Instant now = clock.instant();
    List<String> secrets =
        Stream.concat(Stream.of(ChannelSecrets.signing()), webhook.secretsAt(now).stream())
            .limit(MOST_SECRETS)
            .toList();
    Destination anew =
        new Destination.Webhook(webhook.url(), secrets, Optional.of(now.plus(ALONG)));
    Recipient changed = RecipientBuilder.builder(recipient).destination(anew).build();
    alerts.recipients().replace(changed);
    return changed;
  }

  /** Takes the code that was sent to a chat, whose reader thereby says that it is hers. */
  public Typed confirm(SavedSearch search, long number, String code) {
    return store.changeAlerts(
        alerts ->
            locked(alerts, search, number)
                .filter(each -> each.state() == Recipient.State.UNCONFIRMED)
                .map(each -> typed(alerts, each, code))
                .orElse(Typed.NOT_ASKED));
  }

  private Typed typed(Alerts alerts, Recipient recipient, String code) {
    if (!(recipient.destination()
        instanceof Destination.Telegram(String chat, Optional<ChatCode> asked)))
      return Typed.NOT_ASKED;
    if (asked.isEmpty()) return Typed.NOT_ASKED;
    if (asked.get().triesLeft() == 0) return Typed.SPENT;
    boolean right =
        MessageDigest.isEqual(asked.get().digits().getBytes(UTF_8), code.getBytes(UTF_8));
    RecipientBuilder now = RecipientBuilder.builder(recipient);
    if (right)
      now.destination(new Destination.Telegram(chat, Optional.empty()))
          .state(Recipient.State.CONFIRMED)
          .confirmed(Optional.of(clock.instant()));
    else now.destination(new Destination.Telegram(chat, asked.map(ChatCode::missed)));
    alerts.recipients().replace(now.build());
    if (right) return Typed.RIGHT;
    return asked.get().triesLeft() > 1 ? Typed.WRONG : Typed.SPENT;
  }
}
