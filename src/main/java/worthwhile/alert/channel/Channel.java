package worthwhile.alert.channel;

import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.Recipient;

/** A way by which messages travel. Safe for use by many threads. */
@FunctionalInterface
public interface Channel {
  /** Tries once to hand a message over, within seconds. */
  Attempt send(AlertMessage message, Recipient to);
}
