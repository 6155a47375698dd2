package worthwhile.site.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.store.Store;

/** What the matches of a saved search came to. */
record Ledger(Store store) {
  /**
   * One delivery.
   *
   * @param recipient absent if it was deleted
   */
  record Line(Delivery delivery, Optional<Recipient> recipient) {}

  /** The newest first. */
  List<Line> of(String search, int skip, int most) {
    return store.alerts(
        alerts -> {
          List<Delivery> found = alerts.deliveries().ofSearch(search, skip, most);
          Map<Long, Recipient> recipients =
              alerts
                  .recipients()
                  .byNumbers(found.stream().map(Delivery::recipient).distinct().toList());
          return found.stream()
              .map(each -> new Line(each, Optional.ofNullable(recipients.get(each.recipient()))))
              .toList();
        });
  }
}
