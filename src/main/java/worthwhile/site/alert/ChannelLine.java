package worthwhile.site.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;

/**
 * A channel on the page of its saved search.
 *
 * @param secret by which messages are signed; absent where they are not
 * @param along until when older secrets sign along; absent where none do
 */
record ChannelLine(Recipient recipient, Optional<String> secret, Optional<Instant> along) {
  static ChannelLine of(Recipient recipient, Instant now) {
    if (!(recipient.destination()
        instanceof Destination.Webhook(var _, List<String> secrets, Optional<Instant> until)))
      return new ChannelLine(recipient, Optional.empty(), Optional.empty());
    return new ChannelLine(
        recipient, Optional.of(secrets.getFirst()), until.filter(end -> end.isAfter(now)));
  }

  /** Whether a code is to be typed before anything is sent there. */
  boolean asksCode() {
    return recipient.state() == Recipient.State.UNCONFIRMED
        && recipient.destination() instanceof Destination.Telegram;
  }

  boolean canBeTried() {
    return recipient.isConfirmed() && !recipient.type().isFetched();
  }
}
