package worthwhile.search;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One search, made ready to be asked about many postings: the strict meaning of every filter and of
 * the words. An index finds for the search exactly the postings that this accepts.
 */
public final class PostingMatcher {
  private final SearchQuery query;
  private final List<NumberRange> ranges;
  private final Map<Dimension, List<String>> chosen = new EnumMap<>(Dimension.class);
  private final WordQuery words;

  PostingMatcher(SearchQuery query, Vocabulary vocabulary) {
    this.query = query;
    this.ranges = NumberRange.timeless(query);
    this.words = WordQuery.of(query, vocabulary);
    for (Dimension dimension : Dimension.values()) {
      List<String> keys = dimension.chosen(query);
      if (!keys.isEmpty()) chosen.put(dimension, keys);
    }
  }

  /** Whether the search finds a posting at this moment; no search finds a closed one. */
  public boolean accepts(PostingFacts facts, Instant now) {
    return !facts.closed()
        && ranges.stream().allMatch(range -> range.holds(facts))
        && NumberRange.age(query, now).map(range -> range.holds(facts)).orElse(true)
        && chosen.entrySet().stream()
            .allMatch(one -> one.getKey().passes(one.getValue(), facts.keys(one.getKey())))
        && words.accepts(facts);
  }
}
