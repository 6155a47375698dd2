package worthwhile.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import worthwhile.posting.RequesterId;

/**
 * One search, made ready to be asked about many postings: the strict meaning of every filter and of
 * the words. An index finds for the search exactly the tasks of which this accepts a copy.
 */
public final class PostingMatcher {
  private final SearchQuery query;
  private final List<NumberRange> ranges;
  private final List<Choice> chosen = new ArrayList<>();
  private final WordQuery words;
  private final int leftOut;
  private final Set<RequesterId> withoutRequester;

  PostingMatcher(SearchQuery query, Vocabulary vocabulary) {
    this.query = query;
    this.ranges = NumberRange.timeless(query);
    this.words = WordQuery.of(query, vocabulary);
    this.leftOut = Apart.leftOut(query);
    this.withoutRequester = Set.copyOf(query.withoutRequester());
    for (Dimension dimension : Dimension.values()) {
      List<String> keys = dimension.chosen(query);
      if (!keys.isEmpty()) chosen.add(new Choice(dimension, keys));
    }
  }

  /** What may be in a dimension: any of these keys. */
  private record Choice(Dimension dimension, List<String> keys) {}

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
    if (facts.requester().filter(withoutRequester::contains).isPresent()) return NumberRange.FAILS;
    int apart = facts.apart(now);
    for (NumberRange range : ranges) {
      int tested = range.test(facts);
      if (tested == NumberRange.FAILS) return tested;
      apart |= tested;
    }
    if (query.postedWithin().isPresent() && isOld(facts, now)) return NumberRange.FAILS;
    for (Choice choice : chosen) {
      int tested = test(choice.dimension(), choice.keys(), facts);
      if (tested == NumberRange.FAILS) return tested;
      apart |= tested;
    }
    return apart;
  }

  private boolean isOld(PostingFacts facts, Instant now) {
    return NumberRange.age(query, now)
        .filter(range -> range.test(facts) == NumberRange.FAILS)
        .isPresent();
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
