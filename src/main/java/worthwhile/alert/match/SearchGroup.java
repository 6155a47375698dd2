package worthwhile.alert.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import worthwhile.search.Apart;
import worthwhile.search.NumberFact;
import worthwhile.search.NumberRange;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingMatcher;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQueryBuilder;
import worthwhile.search.Sort;
import worthwhile.search.Vocabulary;

/**
 * Searches that differ in their least pay per hour alone. What they share is asked once; the pay
 * then decides how far their list, ascending by pay, passes.
 */
final class SearchGroup {
  private final SearchQuery shared;
  private final PostingMatcher matcher;
  private final int leftOut;
  private volatile List<Level> levels = List.of();
  private Set<String> filedUnder = Set.of();

  /** The ids of equal searches. */
  private record Level(Optional<NumberRange> pay, Slice<String> ids) {
    private long least() {
      return pay.map(NumberRange::least).orElse(Long.MIN_VALUE);
    }
  }

  SearchGroup(SearchQuery shared, Vocabulary vocabulary) {
    this.shared = shared;
    this.matcher = shared.matcher(vocabulary);
    this.leftOut = Apart.leftOut(shared);
  }

  /** What a search shares with its group: everything that decides but the least pay per hour. */
  static SearchQuery shared(SearchQuery query) {
    return SearchQueryBuilder.builder(query)
        .minHourly(Optional.empty())
        .sort(Sort.NEWEST)
        .page(1)
        .size(SearchQuery.DEFAULT_SIZE)
        .build();
  }

  /** The least pay per hour that a search asks for; absent if it asks for none. */
  static Optional<NumberRange> pay(SearchQuery query) {
    return NumberRange.of(query, Instant.EPOCH).stream()
        .filter(range -> range.fact() == NumberFact.HOURLY)
        .findFirst();
  }

  SearchQuery shared() {
    return shared;
  }

  boolean isEmpty() {
    return levels.isEmpty();
  }

  Cover rarest(Frequencies known) {
    return Cover.rarest(shared, matcher.words(), known);
  }

  /** The features under which it is looked for, since it was last told. */
  Set<String> filedUnder() {
    return filedUnder;
  }

  void filedUnder(Set<String> features) {
    filedUnder = Set.copyOf(features);
  }

  void add(Optional<NumberRange> pay, String id) {
    List<Level> changed = new ArrayList<>(levels);
    int at = find(pay);
    if (at >= 0) changed.set(at, new Level(changed.get(at).pay(), changed.get(at).ids().with(id)));
    else changed.add(-at - 1, new Level(pay, Slice.of(id)));
    levels = List.copyOf(changed);
  }

  void remove(Optional<NumberRange> pay, String id) {
    List<Level> changed = new ArrayList<>(levels);
    int at = find(pay);
    Slice<String> left = changed.get(at).ids().without(id);
    if (left.size() == 0) changed.remove(at);
    else changed.set(at, new Level(pay, left));
    levels = List.copyOf(changed);
  }

  /** Adds the ids whose searches find a posting; if asking breaks, the ids that it breaks for. */
  void match(PostingFacts facts, Instant now, Matches.Builder matches) {
    List<Level> all = levels;
    int passing = passing(all, facts);
    if (passing == 0) return;
    try {
      matches.asked();
      if (!matcher.accepts(facts, now)) return;
    } catch (RuntimeException e) {
      all.subList(0, passing).forEach(level -> matches.failed(level.ids(), e));
      return;
    }
    for (int i = 0; i < passing; i++) matches.found(all.get(i).ids());
  }

  /** How many levels, from the first, the pay of a posting passes. */
  private int passing(List<Level> all, PostingFacts facts) {
    long hourly = facts.hourly().orElse(NumberFact.HOURLY.unknown());
    int passing = 0;
    while (passing < all.size() && passes(all.get(passing).pay(), hourly)) passing++;
    return passing;
  }

  private boolean passes(Optional<NumberRange> pay, long hourly) {
    if (pay.isEmpty()) return true;
    int tested = pay.get().test(hourly);
    return tested != NumberRange.FAILS && (tested & leftOut) == 0;
  }

  /** Where a level stands; if there is none, where it would, as in a binary search. */
  private int find(Optional<NumberRange> pay) {
    long least = pay.map(NumberRange::least).orElse(Long.MIN_VALUE);
    int at = 0;
    while (at < levels.size() && levels.get(at).least() < least) at++;
    return at < levels.size() && levels.get(at).least() == least ? at : -at - 1;
  }
}
