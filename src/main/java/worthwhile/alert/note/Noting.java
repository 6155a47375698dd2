package worthwhile.alert.note;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.AlertMessage.Line;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.posting.Reason;
import worthwhile.store.Store;

/**
 * What is needed for a message in lines.
 *
 * @param together deliveries to one recipient for one reason, at least one
 * @param site where people reach the site, without a slash at its end
 * @param leave address of the page by which its reader leaves
 */
public record Noting(
    Store store, Recipient to, List<Delivery> together, String site, String leave, Instant at) {
  public Noting {
    together = List.copyOf(together);
    if (together.isEmpty()) throw new IllegalArgumentException("nothing to be told");
  }

  /** When these were decided, each moment once: by it is kept what they tell. */
  List<Instant> decided() {
    return together.stream().map(Delivery::created).distinct().sorted().toList();
  }

  /**
   * A message that may wait.
   *
   * @param searches names of the saved searches, by id
   */
  Composed message(Map<String, String> searches, List<Line> lines) {
    return Composed.of(
        new AlertMessage(
            together.getFirst().id(),
            together.getFirst().reason(),
            List.of(),
            0,
            searches,
            site,
            leave,
            at,
            false,
            lines,
            Delivery.messageId(together)),
        together);
  }

  /** A message that is not sent since nothing is left of it. */
  Composed nothing(Delivery.State state, Reason why) {
    return Composed.nothing(together, state, why, at);
  }
}
