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
 * @param unknown why a posting stands apart whose number is not known; absent if it passes or fails
 *     as the ends have it
 */
public record NumberRange(NumberFact fact, long least, long most, Optional<Apart> unknown) {
  /** What {@link #test} says of a number that does not pass. */
  public static final int FAILS = -1;

  /** The reasons for which a posting with this number stands apart, as a set; or {@link #FAILS}. */
  public int test(long number) {
    if (number == fact.unknown() && unknown.isPresent()) return unknown.get().bit();
    return number >= least && number <= most ? 0 : FAILS;
  }

  /** The same of a posting. */
  int test(PostingFacts facts) {
    return test(fact.of(facts).orElse(fact.unknown()));
  }

  /** All ranges of a search at one moment. */
  public static List<NumberRange> of(SearchQuery query, Instant now) {
    List<NumberRange> ranges = new ArrayList<>(timeless(query));
    age(query, now).ifPresent(ranges::add);
    return ranges;
  }

  /**
   * The ranges of a search that do not move with the clock: pay, reward, time, places, risk,
   * reputation and warnings.
   */
  static List<NumberRange> timeless(SearchQuery query) {
    List<NumberRange> ranges = new ArrayList<>();
    query.minHourly().ifPresent(x -> ranges.add(paid(NumberFact.HOURLY, x)));
    query.minEffective().ifPresent(x -> ranges.add(paid(NumberFact.EFFECTIVE, x)));
    query.minReward().ifPresent(x -> ranges.add(paid(NumberFact.REWARD, x)));
    query.maxMinutes().ifPresent(x -> ranges.add(between(NumberFact.DURATION, 0, x * 60_000L)));
    query.minPlaces().ifPresent(x -> ranges.add(between(NumberFact.PLACES, x, Long.MAX_VALUE)));
    query
        .maxRisk()
        .map(x -> PostingFacts.millionths(x, RoundingMode.FLOOR))
        .ifPresent(x -> ranges.add(between(NumberFact.RISK, Long.MIN_VALUE, x)));
    query
        .minReputation()
        .map(x -> PostingFacts.millionths(x, RoundingMode.CEILING))
        .ifPresent(x -> ranges.add(between(NumberFact.REPUTATION, x, Long.MAX_VALUE)));
    query
        .maxSeverity()
        .ifPresent(
            limit -> ranges.add(between(NumberFact.SEVERITY, Long.MIN_VALUE, limit.ordinal())));
    if (!query.includeUnknownPay())
      ranges.add(new NumberRange(NumberFact.PAYS, 1, 1, Optional.of(Apart.PAY_UNKNOWN)));
    return ranges;
  }

  /** The range of dates that are not too old. */
  static Optional<NumberRange> age(SearchQuery query, Instant now) {
    return query
        .postedWithin()
        .map(age -> PostingFacts.millis(now.minus(age)))
        .map(oldest -> between(NumberFact.POSTED, oldest, Long.MAX_VALUE));
  }

  private static NumberRange between(NumberFact fact, long least, long most) {
    return new NumberRange(fact, least, most, Optional.empty());
  }

  private static NumberRange paid(NumberFact fact, BigDecimal amount) {
    return new NumberRange(
        fact,
        PostingFacts.millionths(amount, RoundingMode.CEILING),
        fact.unknown() - 1,
        Optional.of(Apart.PAY_UNKNOWN));
  }
}
