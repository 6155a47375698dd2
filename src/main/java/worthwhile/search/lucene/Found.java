package worthwhile.search.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult.FacetCount;

/** What a search found, before the postings of its page are read. */
record Found(long total, List<Best.Ranked> page, Map<String, List<FacetCount>> facets) {
  static Found of(Snapshot snapshot, Counting.Counted counted) throws IOException {
    return new Found(counted.total(), counted.page(), FacetCounts.of(snapshot, counted.counts()));
  }

  /**
   * The last searches on one snapshot: the front page passes every posting, and is asked for most.
   * Only what the clock does not change is kept.
   */
  static final class Memory {
    private static final int MOST = 64;

    private final Map<SearchQuery, Found> last =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<SearchQuery, Found> eldest) {
            return size() > MOST;
          }
        };

    synchronized Optional<Found> of(SearchQuery search) {
      return Optional.ofNullable(last.get(search));
    }

    synchronized void keep(SearchQuery search, Found found) {
      if (timeless(search)) last.put(search, found);
    }

    private static boolean timeless(SearchQuery search) {
      return search.q().isEmpty()
          && search.postedWithin().isEmpty()
          && switch (search.sort()) {
            case HOURLY, NEWEST, REWARD -> true;
            case RELEVANCE, ENDING -> false;
          };
    }
  }
}
