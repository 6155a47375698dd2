package worthwhile.site.alert;

import java.util.Optional;
import worthwhile.alert.saved.Delivery;
import worthwhile.posting.Reason;

/**
 * What became of one posting of a delivery.
 *
 * @param why absent where it was simply sent
 */
record Fate(Delivery.State state, Optional<Reason> why) {
  private static final String GONE = "alert-gone";

  static Fate of(Delivery delivery, Delivery.Item item) {
    if (item.leftOut().isPresent())
      return new Fate(
          item.leftOut().get().equals(GONE) ? Delivery.State.GONE : Delivery.State.HELD,
          item.leftOut().map(Reason::of));
    if (delivery.state() != Delivery.State.DUE) return new Fate(delivery.state(), delivery.why());
    return new Fate(Delivery.State.DUE, Optional.of(waiting(delivery)));
  }

  private static Reason waiting(Delivery delivery) {
    return delivery.error().isPresent()
        ? Reason.of("alert-trying")
            .with("attempts", (long) delivery.attempts())
            .with("error", delivery.error().get())
        : Reason.of("alert-waiting").with("due", delivery.nextTry().toString());
  }
}
