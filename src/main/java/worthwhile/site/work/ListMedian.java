package worthwhile.site.work;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.Pay;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.Sort;
import worthwhile.site.view.PageAddress;
import worthwhile.site.view.SiteInstance;

/**
 * What half of the open tasks of a reader's own search pay at least: of which pay is known, that
 * carry no caution or danger, and that name her country where she has said it.
 *
 * @param tasks how many
 * @param usd net pay per hour; absent of fewer than five tasks, and of more than can be paged to
 * @param isNamed whether a country was asked for
 */
record ListMedian(long tasks, Optional<BigDecimal> usd, boolean isNamed) {
  private static final int FEWEST = 5;

  /** Absent where the address that is remembered makes no search. */
  static Optional<ListMedian> of(PageAddress address, SiteInstance instance) {
    return SearchQuery.parse(address.asked(Map.of())) instanceof SearchQuery.Parsed.Valid(var query)
        ? Optional.of(of(query, instance))
        : Optional.empty();
  }

  private static ListMedian of(SearchQuery own, SiteInstance instance) {
    boolean named = !own.chosen(Dimension.COUNTRY).isEmpty();
    SearchQuery query =
        own.changed("min_hourly", List.of("0.01"))
            .changed("include_unknown_pay", List.of("false"))
            .changed("max_severity", List.of("note"))
            .changed("eligibility", named ? List.of("named") : List.of())
            .withSort(Sort.HOURLY)
            .withSize(1);
    long tasks = instance.index().search(query).total();
    if (tasks < FEWEST || tasks / 2 + 1 > SearchQuery.REACH)
      return new ListMedian(tasks, Optional.empty(), named);
    int upper = Math.toIntExact((tasks + 1) / 2);
    int lower = Math.toIntExact(tasks / 2 + 1);
    Optional<BigDecimal> above = pay(query, upper, instance);
    Optional<BigDecimal> below = upper == lower ? above : pay(query, lower, instance);
    return new ListMedian(
        tasks, above.flatMap(one -> below.map(other -> middle(one, other))), named);
  }

  private static BigDecimal middle(BigDecimal one, BigDecimal other) {
    return one.add(other).divide(BigDecimal.TWO, 2, RoundingMode.HALF_EVEN);
  }

  private static Optional<BigDecimal> pay(SearchQuery query, int place, SiteInstance instance) {
    return instance.index().search(query.withPage(place)).hits().stream()
        .map(SearchResult.Hit::posting)
        .flatMap(posting -> Optional.ofNullable(posting.pay()).stream())
        .map(Pay::net)
        .findFirst();
  }
}
