package worthwhile.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One search: what the page's form, the API, a feed and a saved search all mean. Amounts are in the
 * index's currency (USD).
 *
 * @param q words; absent or blank finds everything
 * @param platform any of these platform ids; empty means any
 * @param category any of these categories
 * @param requester any of these requesters' names
 * @param minHourly least median pay per hour
 * @param maxMinutes most minutes needed
 * @param minReward least amount paid for one task or project
 * @param country ISO 3166-1 codes the worker can do; postings without a country rule always match
 * @param postedWithin how old a posting may be
 * @param includeUnknownPay whether postings whose pay or time is not known pass the pay and time
 *     filters; true unless the worker asks otherwise
 * @param maxRisk largest fraud probability, 0 to 1
 * @param exclude words or quoted phrases that must not occur
 * @param page from 1
 * @param size rows on a page, 1 to 100
 */
public record SearchQuery(
    Optional<String> q,
    Set<String> platform,
    Set<String> category,
    Set<String> requester,
    Optional<BigDecimal> minHourly,
    Optional<Integer> maxMinutes,
    Optional<BigDecimal> minReward,
    Set<String> country,
    Optional<Duration> postedWithin,
    boolean includeUnknownPay,
    Optional<BigDecimal> maxRisk,
    List<String> exclude,
    Sort sort,
    int page,
    int size) {
  /** The result of reading parameters: a query, or every mistake in them. */
  public sealed interface Parsed {
    /** All parameters made sense. */
    record Valid(SearchQuery query) implements Parsed {}

    /** At least one did not; each mistake names the parameter and what is allowed. */
    record Invalid(List<Mistake> mistakes) implements Parsed {}

    /** One wrong parameter. */
    record Mistake(String parameter, String value, String allowed) {}
  }

  /** Reads URL parameters; unknown names and bad values are mistakes, never ignored. */
  public static Parsed parse(Map<String, List<String>> parameters) {
    throw new UnsupportedOperationException();
  }

  /** The shortest URL parameters that mean this query; {@link #parse} reads them back. */
  public Map<String, List<String>> toParameters() {
    throw new UnsupportedOperationException();
  }
}
