package worthwhile.search;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The filters of a search that no facet counts: pay, time, reward and age. A posting whose risk is
 * not known passes every limit of risk, and the risk of no posting is known yet.
 */
final class Filters {
  /** A filter over the documents of a segment. */
  interface Passing {
    boolean passes(int doc);
  }

  private final SearchQuery search;
  private final Instant now;

  Filters(SearchQuery search, Instant now) {
    this.search = search;
    this.now = now;
  }

  /** The filters of the search, for one segment. */
  Passing[] of(Columns columns) {
    List<Passing> filters = new ArrayList<>();
    boolean unknown = search.includeUnknownPay();
    long highest = unknown ? Fields.NO_PAY : Fields.NO_PAY - 1;
    Columns.Numbers numbers = columns.numbers();
    search
        .minHourly()
        .map(x -> PostingDocument.millionths(x, RoundingMode.CEILING))
        .ifPresent(x -> filters.add(range(numbers.hourly(), x, highest)));
    search
        .minReward()
        .map(x -> PostingDocument.millionths(x, RoundingMode.CEILING))
        .ifPresent(x -> filters.add(range(numbers.reward(), x, highest)));
    search
        .maxMinutes()
        .map(x -> x * 60_000L)
        .ifPresent(x -> filters.add(range(numbers.duration(), 0, x)));
    search
        .postedWithin()
        .map(age -> PostingDocument.millis(now.minus(age)))
        .ifPresent(x -> filters.add(range(numbers.posted(), x, Long.MAX_VALUE)));
    if (!unknown) filters.add(columns::pays);
    return filters.toArray(Passing[]::new);
  }

  private static Passing range(long[] column, long least, long most) {
    return doc -> column[doc] >= least && column[doc] <= most;
  }
}
