package worthwhile.alert;

import java.util.Optional;
import worthwhile.alert.saved.Destination;

/** Which destinations this instance can reach. */
@FunctionalInterface
public interface ChannelLimits {
  /** Why nothing can be sent there, in words for its owner; absent if it can. */
  Optional<String> refusal(Destination destination);
}
