package worthwhile.alert.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingMatcher;
import worthwhile.search.SearchQuery;
import worthwhile.search.Vocabulary;

/** Saved searches by id. Equal ones are asked once. */
public final class SearchSet {
  private final Vocabulary vocabulary;
  private final Map<String, SearchQuery> queries = new ConcurrentHashMap<>();
  private final Map<SearchQuery, Shared> shared = new ConcurrentHashMap<>();

  private record Shared(PostingMatcher matcher, Set<String> ids) {}

  public SearchSet(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Whether a search could be taken; if not, why. */
  public record Put(Optional<String> trouble) {}

  /**
   * Which searches find a posting.
   *
   * @param failed those that could not be asked, and why
   */
  public record Matches(List<String> ids, Map<String, String> failed) {}

  /** Takes a search, in the place of the one that has its id. */
  public Put put(String id, SearchQuery given) {
    remove(id);
    SearchQuery query = given.withSort(worthwhile.search.Sort.NEWEST).withPage(1);
    try {
      shared
          .computeIfAbsent(
              query, _ -> new Shared(query.matcher(vocabulary), ConcurrentHashMap.newKeySet()))
          .ids()
          .add(id);
      queries.put(id, query);
      return new Put(Optional.empty());
    } catch (RuntimeException broken) {
      return new Put(Optional.of(String.valueOf(broken.getMessage())));
    }
  }

  /** Forgets a search. */
  public void remove(String id) {
    SearchQuery query = queries.remove(id);
    if (query == null) return;
    Shared one = shared.get(query);
    one.ids().remove(id);
    if (one.ids().isEmpty()) shared.remove(query);
  }

  /** Those that find a posting at this moment. */
  public Matches match(PostingFacts facts, Instant now) {
    Set<String> ids = new LinkedHashSet<>();
    Map<String, String> failed = new LinkedHashMap<>();
    for (Shared one : shared.values()) {
      try {
        if (one.matcher().accepts(facts, now)) ids.addAll(one.ids());
      } catch (RuntimeException broken) {
        one.ids().forEach(id -> failed.put(id, String.valueOf(broken.getMessage())));
      }
    }
    return new Matches(new ArrayList<>(ids), failed);
  }
}
