package worthwhile.alert;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.alert.SavedSearchRows;
import worthwhile.store.alert.SavedSearchRows.Today;

/**
 * How many postings each saved search told on its day, for the daily cap.
 *
 * <p>The store has a bound that is never too low: room for some more is stored ahead, a fiftieth of
 * the cap, so that a search that tells one thing after the other is not written each time. A
 * process that begins anew counts on from the bound. What is in memory is right as long as nobody
 * else looked at the change log meanwhile.
 */
final class DailyCounts {
  private static final int MOST = 50_000;
  private static final int PARTS = 50;

  private final Cache<String, Count> kept = Caffeine.newBuilder().maximumSize(MOST).build();
  private long revision = -1;

  /**
   * Told on a day.
   *
   * @param stored bound in the store, at least what was told
   */
  private record Count(long day, int told, int stored) {
    static final Count NONE = new Count(Long.MIN_VALUE, 0, 0);

    static Count of(Today stored) {
      return new Count(stored.day(), stored.told(), stored.told());
    }
  }

  /** Counts of one transaction, which goes on from a revision; they are kept once it is stored. */
  final class Sitting {
    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, Today> written = new HashMap<>();

    private Sitting() {}

    /** Looks up what is not known of some. */
    void load(SavedSearchRows rows, List<SavedSearch> searches) {
      List<String> ids = searches.stream().map(SavedSearch::id).toList();
      counts.putAll(kept.getAllPresent(ids));
      List<String> others = ids.stream().filter(id -> !counts.containsKey(id)).toList();
      rows.today(others).forEach((id, today) -> counts.put(id, Count.of(today)));
    }

    int told(String search, long day) {
      Count now = counts.getOrDefault(search, Count.NONE);
      return now.day() == day ? now.told() : 0;
    }

    void count(SavedSearch search, long day) {
      int told = told(search.id(), day) + 1;
      Count before = counts.getOrDefault(search.id(), Count.NONE);
      boolean fits = before.day() == day && told <= before.stored();
      int stored = fits ? before.stored() : Math.max(told, ahead(search, told));
      counts.put(search.id(), new Count(day, told, stored));
      if (!fits) written.put(search.id(), new Today(day, stored));
    }

    void store(SavedSearchRows rows) {
      rows.today(written);
    }

    /** Keeps them, now that they are stored with a revision. */
    void keep(long reached) {
      kept.putAll(counts);
      revision = reached;
    }
  }

  private static int ahead(SavedSearch search, int told) {
    int room = search.mostPerDay() / PARTS;
    return Math.min(search.mostPerDay(), told - 1 + Math.max(1, room));
  }

  /** Counts of a transaction that knows nothing but what is stored, and is not gone on from. */
  static Sitting asStored() {
    return new DailyCounts().new Sitting();
  }

  /** Counts of a transaction that goes on from a revision of the change log. */
  Sitting from(long known) {
    if (known != revision) kept.invalidateAll();
    return new Sitting();
  }
}
