package worthwhile.site.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.store.Store;

/** What the matches of a saved search came to. */
record Ledger(Store store) {
  /**
   * One posting of one delivery.
   *
   * @param recipient absent if it was deleted
   */
  record Entry(Delivery delivery, Delivery.Item item, Optional<Recipient> recipient) {
    Fate fate() {
      return Fate.of(delivery, item);
    }
  }

  /**
   * The postings of some deliveries, the newest first.
   *
   * @param posting only what came of this one
   * @param skip how many deliveries are passed over
   */
  List<Entry> of(String search, Optional<String> posting, int skip, int most) {
    return store.alerts(
        alerts -> {
          List<Delivery> found = alerts.deliveries().ofSearch(search, posting, skip, most);
          Map<Long, Recipient> recipients =
              alerts
                  .recipients()
                  .byNumbers(found.stream().map(Delivery::recipient).distinct().toList());
          return found.stream()
              .flatMap(each -> entries(each, search, recipients))
              .filter(entry -> posting.filter(id -> !id.equals(entry.item().posting())).isEmpty())
              .toList();
        });
  }

  private static Stream<Entry> entries(
      Delivery delivery, String search, Map<Long, Recipient> recipients) {
    Optional<Recipient> to = Optional.ofNullable(recipients.get(delivery.recipient()));
    return delivery.items().stream()
        .filter(item -> item.searches().contains(search))
        .map(item -> new Entry(delivery, item, to));
  }
}
