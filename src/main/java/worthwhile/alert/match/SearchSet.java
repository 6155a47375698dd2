package worthwhile.alert.match;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import worthwhile.search.NumberRange;
import worthwhile.search.PostingFacts;
import worthwhile.search.SearchQuery;
import worthwhile.search.Vocabulary;

/**
 * Saved searches by id, and which of them find a posting: exactly those whose own matcher accepts
 * it. Each search is filed under the rarest thing that it requires and looked at only for postings
 * that have it; equal ones, and those that differ in the least pay alone, are asked once.
 *
 * <p>Any number of threads may match while others change it. Whatever was changed counts for every
 * match that begins afterwards; one that runs meanwhile sees a search as it was or as it is.
 */
public final class SearchSet {
  private final Vocabulary vocabulary;
  private final Frequencies known = new Frequencies();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<SearchQuery, SearchGroup> groups = new HashMap<>();
  private final Map<String, Slice<SearchGroup>> filed = new ConcurrentHashMap<>();

  /**
   * Written while a search moves from one group to another, so that no match misses it in both;
   * fair, so that many matches do not keep a change waiting.
   */
  private final ReentrantReadWriteLock moving = new ReentrantReadWriteLock(true);

  private record Place(SearchGroup group, Optional<NumberRange> pay) {}

  public SearchSet(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** How many searches it holds. */
  public synchronized int size() {
    return places.size();
  }

  /**
   * Matches a search from now on, in place of the one with the same id if there is one. Order, page
   * and size do not count.
   */
  public synchronized Filing put(String id, SearchQuery query) {
    try {
      SearchQuery shared = SearchGroup.shared(query);
      SearchGroup group = groups.get(shared);
      if (group == null) group = new SearchGroup(shared, vocabulary);
      move(id, new Place(group, SearchGroup.pay(query)));
      return new Filing.Filed();
    } catch (RuntimeException e) {
      remove(id);
      return new Filing.Broken(Matches.message(e));
    }
  }

  /** Matches a search no more; nothing happens if there is none. */
  public synchronized void remove(String id) {
    Place old = places.remove(id);
    if (old != null) leave(id, old);
  }

  /** Which searches find a posting at this moment. */
  public Matches match(PostingFacts facts, Instant now) {
    List<String> features = Features.of(facts);
    known.count(features);
    moving.readLock().lock();
    try {
      return match(features, facts, now);
    } finally {
      moving.readLock().unlock();
    }
  }

  /** Learns from a posting what is common, so that searches put later are filed well. */
  public void learn(PostingFacts facts) {
    known.count(Features.of(facts));
  }

  private Matches match(List<String> features, PostingFacts facts, Instant now) {
    Matches.Builder matches = new Matches.Builder();
    Set<SearchGroup> asked = Collections.newSetFromMap(new IdentityHashMap<>());
    for (String feature : features) {
      Slice<SearchGroup> here = filed.get(feature);
      if (here == null) continue;
      for (int i = 0; i < here.size(); i++) {
        SearchGroup group = here.get(i);
        if (asked.add(group)) group.match(facts, now, matches);
      }
    }
    return matches.build();
  }

  private void move(String id, Place to) {
    Place from = places.get(id);
    if (to.equals(from)) return;
    if (from == null) {
      enter(id, to);
      return;
    }
    moving.writeLock().lock();
    try {
      enter(id, to);
      leave(id, from);
    } finally {
      moving.writeLock().unlock();
    }
  }

  private void enter(String id, Place to) {
    SearchGroup group = to.group();
    group.add(to.pay(), id);
    if (groups.put(group.shared(), group) == null) file(group);
    places.put(id, to);
  }

  private void leave(String id, Place from) {
    SearchGroup group = from.group();
    group.remove(from.pay(), id);
    if (!group.isEmpty()) return;
    groups.remove(group.shared());
    for (String feature : group.filedUnder())
      filed.computeIfPresent(
          feature,
          (_, here) -> {
            Slice<SearchGroup> left = here.without(group);
            return left.size() == 0 ? null : left;
          });
  }

  private void file(SearchGroup group) {
    group.filedUnder(group.rarest(known).features());
    for (String feature : group.filedUnder())
      filed.compute(feature, (_, here) -> here == null ? Slice.of(group) : here.with(group));
  }
}
