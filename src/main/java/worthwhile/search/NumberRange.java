package worthwhile.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From where to where a number of a posting may lie to pass a search, both ends included.
 *
 * @param least the unknown passes if it is not below this and not above {@code most}
 */
public record NumberRange(NumberFact fact, long least, long most) {
  /** Whether a number passes. */
  public boolean holds(long number) {
    return number >= least && number <= most;
  }

  /** Whether a posting passes. */
  boolean holds(PostingFacts facts) {
    return holds(fact.of(facts).orElse(fact.unknown()));
  }

  /** All ranges of a search at one moment. */
  public static List<NumberRange> of(SearchQuery query, Instant now) {
    List<NumberRange> ranges = new ArrayList<>(timeless(query));
    age(query, now).ifPresent(ranges::add);
    return ranges;
  }

  /** The ranges of a search that do not move with the clock: pay, reward, time and risk. */
  static List<NumberRange> timeless(SearchQuery query) {
    List<NumberRange> ranges = new ArrayList<>();
    query.minHourly().ifPresent(x -> ranges.add(atLeast(NumberFact.HOURLY, x, query)));
    query.minReward().ifPresent(x -> ranges.add(atLeast(NumberFact.REWARD, x, query)));
    query
        .maxMinutes()
        .ifPresent(x -> ranges.add(new NumberRange(NumberFact.DURATION, 0, x * 60_000L)));
    query
        .maxRisk()
        .map(x -> PostingFacts.millionths(x, RoundingMode.FLOOR))
        .ifPresent(x -> ranges.add(new NumberRange(NumberFact.RISK, Long.MIN_VALUE, x)));
    if (!query.includeUnknownPay()) ranges.add(new NumberRange(NumberFact.PAYS, 1, 1));
    return ranges;
  }

  /** The range of dates that are not too old. */
  static Optional<NumberRange> age(SearchQuery query, Instant now) {
    return query
        .postedWithin()
        .map(age -> PostingFacts.millis(now.minus(age)))
        .map(oldest -> new NumberRange(NumberFact.POSTED, oldest, Long.MAX_VALUE));
  }

  private static NumberRange atLeast(NumberFact fact, BigDecimal amount, SearchQuery query) {
    return new NumberRange(
        fact,
        PostingFacts.millionths(amount, RoundingMode.CEILING),
        query.includeUnknownPay() ? fact.unknown() : fact.unknown() - 1);
  }
}
