package worthwhile.search.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.search.Apart;
import worthwhile.search.Fit;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult.FacetCount;
import worthwhile.search.lucene.best.Best;

/**
 * What a search found, before the postings of its page are read.
 *
 * @param until when the first of the postings that it met ends, in milliseconds since 1970
 */
record Found(
    long total,
    List<Best.Ranked> page,
    Map<String, List<FacetCount>> facets,
    Map<Apart, Long> groups,
    long until) {
  static Found of(Snapshot snapshot, Counting.Counted counted, SearchQuery search)
      throws IOException {
    SearchTotals totals = counted.totals();
    return new Found(
        totals.total(),
        counted.page(),
        FacetCounts.of(snapshot, totals, search.onlyNamed()),
        totals.groups(),
        totals.until());
  }

  /** Whether no posting fits, not even among those that stand apart. */
  boolean isNothing() {
    return total == 0 && groups.values().stream().allMatch(count -> count == 0);
  }

  /**
   * The last searches on one snapshot: the front page passes every posting, and is asked for most.
   * Only what the clock does not change is kept, and until a posting ends.
   */
  static final class Memory {
    private static final int MOST = 64;

    private record Asked(SearchQuery search, Fit fit) {}

    private final Map<Asked, Found> last =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Asked, Found> eldest) {
            return size() > MOST;
          }
        };

    synchronized Optional<Found> of(SearchQuery search, Fit fit, long now) {
      return Optional.ofNullable(last.get(new Asked(search, fit)))
          .filter(found -> now <= found.until());
    }

    synchronized void keep(SearchQuery search, Fit fit, Found found) {
      if (timeless(search)) last.put(new Asked(search, fit), found);
    }

    private static boolean timeless(SearchQuery search) {
      return search.q().isEmpty()
          && search.postedWithin().isEmpty()
          && switch (search.sort()) {
            case HOURLY, NEWEST, REWARD, BEST -> true;
            case RELEVANCE, ENDING -> false;
          };
    }
  }
}
