package worthwhile.alert;

import java.util.Optional;
import worthwhile.alert.channel.Channel;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Destination;

/** Which destinations this instance can reach. */
@FunctionalInterface
public interface ChannelLimits {
  /** Why nothing can be sent there, in words for its owner; absent if it can. */
  Optional<String> refusal(Destination destination);

  /** The way by which messages of a type travel; absent if this instance has none. */
  default Optional<Channel> channel(ChannelType type) {
    return Optional.empty();
  }
}
