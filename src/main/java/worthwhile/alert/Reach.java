package worthwhile.alert;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.channel.Channel;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Destination;
import worthwhile.fetch.wire.Wire;

/**
 * The channels that this instance has.
 *
 * @param wire by which addresses are looked at before they are kept
 */
public record Reach(Map<ChannelType, Channel> channels, Wire wire) implements ChannelLimits {
  public Reach {
    channels = Map.copyOf(channels);
  }

  @Override
  public Optional<String> refusal(Destination destination) {
    ChannelType type = destination.type();
    if (type == ChannelType.TELEGRAM && !channels.containsKey(type))
      return Optional.of(
          "another type of channel: this instance has no telegram until its operator sets"
              + " telegram-token to the token of a bot, which @BotFather gives");
    if (!type.isFetched() && !channels.containsKey(type))
      return Optional.of(
          "another type of channel: this instance has no "
              + type.word()
              + ", because its operator has not set it up");
    return address(destination)
        .filter(wire::isClosed)
        .map(url -> "an address on the public internet; " + url.getHost() + " leads to none");
  }

  /** Where its owner has messages sent by HTTP; absent where that is no host of hers. */
  private static Optional<URI> address(Destination destination) {
    return switch (destination) {
      case Destination.Webhook webhook -> Optional.of(webhook.url());
      case Destination.Push push -> Optional.of(push.endpoint()).filter(_ -> push.isComplete());
      case Destination.Ntfy ntfy -> Optional.of(ntfy.server());
      case Destination.Mail _, Destination.Feed _, Destination.Telegram _, Destination.Discord _ ->
          Optional.empty();
    };
  }

  @Override
  public Optional<Channel> channel(ChannelType type) {
    return Optional.ofNullable(channels.get(type));
  }
}
