package worthwhile.alert.channel;

import java.util.Optional;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.Recipient;

/** A way by which messages travel. Safe for use by many threads. */
@FunctionalInterface
public interface Channel {
  /** Tries once to hand a message over, within seconds. */
  Attempt send(AlertMessage message, Recipient to);

  /** Signs in where that can be done without sending anything; absent where it cannot. */
  default Optional<Attempt> probe() {
    return Optional.empty();
  }
}
