package worthwhile.alert.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.alert.SavedSearchRows;

/**
 * Saved searches as they stand at the time of asking. Some thousand are kept, so that one that is
 * told of task after task is not read anew each time; each time it is asked whether it is still the
 * same. May be used by many threads.
 */
public final class StandingSearches {
  private static final int MOST = 20_000;

  private final Cache<String, SavedSearch> kept = Caffeine.newBuilder().maximumSize(MOST).build();

  /** Those with these ids, by id; who was deleted is not there. */
  public Map<String, SavedSearch> byIds(SavedSearchRows rows, Collection<String> ids) {
    Map<String, Long> revisions = rows.revisions(ids);
    Map<String, SavedSearch> standing = new HashMap<>();
    revisions.forEach(
        (id, revision) -> {
          SavedSearch known = kept.getIfPresent(id);
          if (known != null && known.revision() == revision) standing.put(id, known);
        });
    List<String> others =
        revisions.keySet().stream().filter(id -> !standing.containsKey(id)).toList();
    Map<String, SavedSearch> fresh = rows.byIds(others);
    kept.putAll(fresh);
    standing.putAll(fresh);
    return standing;
  }
}
