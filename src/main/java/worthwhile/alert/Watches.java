package worthwhile.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.alert.match.Filing;
import worthwhile.alert.match.FormerNames;
import worthwhile.alert.match.Matches;
import worthwhile.alert.match.SearchSet;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Watched;
import worthwhile.posting.Posting;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingIndex;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.store.Store;
import worthwhile.store.alert.SavedSearchRows;

/**
 * All saved searches of the store, ready to be asked. What a process changes, every other learns by
 * the revision of the change.
 */
final class Watches {
  private static final int CHUNK = 2_000;

  /** Postings from which is learned what is common. */
  private static final int LEARNED = 300;

  /** So many searches are asked one after the other however they are filed. */
  private static final int FEW = 20;

  private final Store store;
  private final PostingIndex index;
  private final SearchSet set;
  private final Map<String, SavedSearch> searches = new HashMap<>();
  private final Map<String, Optional<String>> troubles = new LinkedHashMap<>();
  private long revision;
  private boolean knowsWhatIsCommon;

  Watches(Store store, PostingIndex index) {
    this.store = store;
    this.index = index;
    this.set = new SearchSet(index.vocabulary());
  }

  /** The revision up to which every change of a saved search is known here. */
  long revision() {
    return revision;
  }

  /** How many there are, without the one by which is proved that matching works. */
  int size() {
    return searches.size() - (searches.containsKey(CanarySearch.ID) ? 1 : 0);
  }

  Optional<SavedSearch> byId(String id) {
    return Optional.ofNullable(searches.get(id));
  }

  /** Learns from stored postings what is common, so that searches are filed by what is rare. */
  private void learnWhatIsCommon() {
    knowsWhatIsCommon = true;
    try (Stream<Posting> some = store.postings().notClosed()) {
      some.limit(LEARNED).forEach(posting -> set.learn(index.facts(posting)));
    }
  }

  /** Learns what changed since; what is then known is what the store had at its begin or later. */
  void catchUp() {
    if (revision == 0 && stored() > 0) new FormerNames(store).carryOver();
    while (stored() > revision) {
      SavedSearchRows.Changed changed =
          store.alerts(alerts -> alerts.searches().after(revision, CHUNK));
      changed.searches().forEach(this::learn);
      revision = changed.revision();
    }
    tellTroubles();
  }

  private long stored() {
    return store.alerts(alerts -> alerts.searches().revision());
  }

  private void learn(String id, Optional<SavedSearch> now) {
    set.remove(id);
    searches.remove(id);
    now.filter(search -> !search.paused()).ifPresent(this::add);
  }

  /** What is told of changes alone is never asked about postings. */
  private void add(SavedSearch search) {
    if (search.watches() == Watched.CHANGES) {
      searches.put(search.id(), search);
      return;
    }
    Optional<String> trouble =
        switch (SearchQuery.parse(search.query())) {
          case Parsed.Valid(SearchQuery query) -> put(search, query);
          case Parsed.Invalid(List<Parsed.Mistake> mistakes) -> Optional.of(words(mistakes));
        };
    if (!trouble.equals(search.trouble())) troubles.put(search.id(), trouble);
  }

  private Optional<String> put(SavedSearch search, SearchQuery query) {
    if (searches.size() >= FEW && !knowsWhatIsCommon) learnWhatIsCommon();
    return switch (set.put(search.id(), query)) {
      case Filing.Filed _ -> {
        searches.put(search.id(), search);
        yield Optional.empty();
      }
      case Filing.Broken(String why) -> Optional.of(why);
    };
  }

  private static String words(List<Parsed.Mistake> mistakes) {
    Parsed.Mistake first = mistakes.getFirst();
    return first.parameter() + ": " + first.allowed();
  }

  /** Whoever saved a search that cannot be asked can read why. */
  private void tellTroubles() {
    if (troubles.isEmpty()) return;
    Map<String, Optional<String>> all = Map.copyOf(troubles);
    troubles.clear();
    store.changeAlerts(
        alerts -> {
          all.forEach(alerts.searches()::trouble);
          return all.size();
        });
  }

  /** Which of them find a posting. */
  Collection<String> finding(PostingFacts facts, Instant now) {
    Matches matches = set.match(facts, now);
    matches.failed().forEach((id, why) -> troubles.put(id, Optional.of(why)));
    return matches.ids();
  }
}
