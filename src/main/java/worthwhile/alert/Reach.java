package worthwhile.alert;

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
    if (!type.isFetched() && !channels.containsKey(type))
      return Optional.of(
          "another type of channel: this instance has no "
              + type.word()
              + ", because its operator has not set it up");
    if (destination instanceof Destination.Webhook(var url, var _) && wire.isClosed(url))
      return Optional.of("an address on the public internet; " + url.getHost() + " leads to none");
    return Optional.empty();
  }
}
