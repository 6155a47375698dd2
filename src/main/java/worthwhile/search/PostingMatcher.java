package worthwhile.search;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One search, made ready to be asked about many postings: the strict meaning of every filter and of
 * the words. An index finds for the search exactly the tasks of which this accepts a copy.
 */
public final class PostingMatcher {
  private final SearchQuery query;
  private final List<NumberRange> ranges;
  private final Map<Dimension, List<String>> chosen = new EnumMap<>(Dimension.class);
  private final WordQuery words;
  private final int leftOut;

  PostingMatcher(SearchQuery query, Vocabulary vocabulary) {
    this.query = query;
    this.ranges = NumberRange.timeless(query);
    this.words = WordQuery.of(query, vocabulary);
    this.leftOut = Apart.leftOut(query);
    for (Dimension dimension : Dimension.values()) {
      List<String> keys = dimension.chosen(query);
      if (!keys.isEmpty()) chosen.put(dimension, keys);
    }
  }

  /** What the words of the search ask for. */
  public WordQuery words() {
    return words;
  }

  /** Whether the search finds a posting at this moment. */
  public boolean accepts(PostingFacts facts, Instant now) {
    int apart = apart(facts, now);
    return apart != NumberRange.FAILS && (apart & leftOut) == 0 && words.accepts(facts);
  }

  /** Why a posting that fits stands apart, as a set; or that it does not fit. */
  private int apart(PostingFacts facts, Instant now) {
    int apart = facts.apart(now);
    for (NumberRange range : ranges) {
      int tested = range.test(facts);
      if (tested == NumberRange.FAILS) return tested;
      apart |= tested;
    }
    boolean old =
        NumberRange.age(query, now)
            .filter(range -> range.test(facts) == NumberRange.FAILS)
            .isPresent();
    if (old) return NumberRange.FAILS;
    for (Map.Entry<Dimension, List<String>> one : chosen.entrySet()) {
      int tested = test(one.getKey(), one.getValue(), facts);
      if (tested == NumberRange.FAILS) return tested;
      apart |= tested;
    }
    return apart;
  }

  private static int test(Dimension dimension, List<String> keys, PostingFacts facts) {
    if (dimension != Dimension.COUNTRY)
      return dimension.passes(keys, facts.keys(dimension)) ? 0 : NumberRange.FAILS;
    return switch (Eligibility.of(keys, facts)) {
      case NAMED -> 0;
      case NOT_STATED -> Apart.COUNTRY_NOT_STATED.bit();
      case EXCLUDED -> NumberRange.FAILS;
    };
  }
}
