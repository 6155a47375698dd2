package worthwhile.alert.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.posting.Reason;

/**
 * What came of putting deliveries into one message.
 *
 * @param message absent where nothing is left to be said
 * @param said deliveries that the message is of
 * @param unsaid deliveries of which nothing is said now, as they are to be kept
 */
public record Composed(Optional<AlertMessage> message, List<Delivery> said, List<Delivery> unsaid) {
  public Composed {
    said = List.copyOf(said);
    unsaid = List.copyOf(unsaid);
  }

  static Composed of(AlertMessage message, List<Delivery> said) {
    return new Composed(Optional.of(message), said, List.of());
  }

  /** Nothing is left of these, for a reason. */
  static Composed nothing(List<Delivery> all, Delivery.State state, Reason why, Instant at) {
    return new Composed(
        Optional.empty(),
        List.of(),
        all.stream()
            .map(
                each ->
                    DeliveryBuilder.builder(each)
                        .state(state)
                        .why(Optional.of(why))
                        .done(Optional.of(at))
                        .build())
            .toList());
  }
}
