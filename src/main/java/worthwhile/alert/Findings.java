package worthwhile.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.store.Store;

/**
 * What the feed of a saved search was told, in the order of the changes that led to it, so that
 * whoever reads along can go on where she stopped.
 */
public final class Findings {
  /** Deliveries that are looked at first; there are seldom more new ones at once. */
  private static final int FEW = 4;

  /** Deliveries that are looked at to the utmost: who stayed away longer reads the feed. */
  private static final int MOST = 256;

  private final Store store;

  public Findings(Store store) {
    this.store = store;
  }

  /**
   * One posting that was told.
   *
   * @param revision of the change log at which it matched
   */
  public record Finding(long revision, String delivery, AlertReason reason, String posting) {}

  /** The revision up to which matches have been looked for; 0 if they never were. */
  public long revision() {
    return store.followers().revision(AlertFollower.NAME).orElse(0L);
  }

  /**
   * What a feed was told of changes after one revision and up to another, the oldest first; only
   * the newest of it where that is very much.
   *
   * @param feed number of the recipient
   */
  public List<Finding> between(long feed, long after, long upTo) {
    for (int most = FEW; ; most *= 4) {
      int asked = most;
      List<Delivery> latest = store.alerts(alerts -> alerts.deliveries().sentTo(feed, asked));
      List<Finding> found = between(latest, after, upTo);
      boolean all = latest.size() < most || newest(latest.getLast()) <= after;
      if (all || most >= MOST) return found;
    }
  }

  private static List<Finding> between(List<Delivery> deliveries, long after, long upTo) {
    List<Finding> found = new ArrayList<>();
    for (Delivery delivery : deliveries)
      for (Delivery.Item item : delivery.items())
        if (item.revision() > after && item.revision() <= upTo)
          found.add(new Finding(item.revision(), delivery.id(), delivery.reason(), item.posting()));
    found.sort(Comparator.comparingLong(Finding::revision));
    return found;
  }

  private static long newest(Delivery delivery) {
    return delivery.items().stream().mapToLong(Delivery.Item::revision).max().orElse(0);
  }
}
