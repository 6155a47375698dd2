package worthwhile.site.minutes;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import worthwhile.posting.Reason;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.SeverityLimit;
import worthwhile.search.Sort;
import worthwhile.site.view.SiteInstance;

/**
 * Looks for tasks to plan with: those of a search of which time and pay are known, that fit into
 * the time and carry no warning of weight. The 400 with the best pay per hour are looked at, those
 * of which it is sure that they can be done first.
 */
final class Planner {
  private static final int PAGES = 4;
  private static final int SIZE = 100;
  private static final int LONGEST = 100_000;
  private static final BigDecimal A_CENT = new BigDecimal("0.01");

  private final SiteInstance instance;

  Planner(SiteInstance instance) {
    this.instance = instance;
  }

  /**
   * The plan for a free time.
   *
   * @param search what finds tasks for the reader
   */
  Plan plan(SearchQuery asked, Duration free, Function<SearchQuery, SearchResult> search) {
    int minutes = Math.toIntExact(free.toMinutes());
    SearchQuery open = open(asked);
    SearchQuery fit = paid(timed(open, Math.min(minutes, asked.maxMinutes().orElse(minutes))));
    List<Candidate> all = new ArrayList<>();
    long total = 0;
    for (int page = 1; page <= PAGES; page++) {
      SearchResult found = found(fit.withPage(page), search);
      total = found.total();
      found.hits().forEach(hit -> candidate(hit).ifPresent(all::add));
      if ((long) page * SIZE >= total) break;
    }
    Optional<Reason> missing =
        all.isEmpty() ? Optional.of(missing(open, minutes, search)) : Optional.empty();
    Plan plan = Plan.of(free, all, total <= PAGES * SIZE, missing);
    return plan.tasks().isEmpty() && !all.isEmpty()
        ? Plan.of(free, List.of(), true, Optional.of(missing(open, minutes, search)))
        : plan;
  }

  private Optional<Candidate> candidate(SearchResult.Hit hit) {
    return Candidate.of(hit.posting(), instance.index().facts(hit.posting()));
  }

  /** Nothing but the words of the search itself: what has some of them alone is no answer here. */
  private static SearchResult found(SearchQuery query, Function<SearchQuery, SearchResult> search) {
    SearchResult found = search.apply(query);
    if (found.relaxed().isEmpty()) return found;
    return new SearchResult(
        0, List.of(), Map.of(), Map.of(), Optional.empty(), found.relaxed(), found.tookNanos());
  }

  private static SearchQuery open(SearchQuery asked) {
    boolean strict = asked.maxSeverity().filter(SeverityLimit.NONE::equals).isPresent();
    SeverityLimit most = strict ? SeverityLimit.NONE : SeverityLimit.NOTE;
    return asked
        .changed("open", List.of())
        .changed("max_severity", List.of(most.word()))
        .withSort(Sort.HOURLY)
        .withSize(SIZE);
  }

  private static SearchQuery timed(SearchQuery query, int minutes) {
    return query.changed("max_minutes", List.of(String.valueOf(minutes)));
  }

  private static SearchQuery paid(SearchQuery query) {
    BigDecimal least = query.minHourly().orElse(A_CENT).max(A_CENT);
    return query
        .changed("min_hourly", List.of(least.toPlainString()))
        .changed("include_unknown_pay", List.of("false"));
  }

  /** How many tasks each thing that has to be known leaves. */
  private static Reason missing(
      SearchQuery open, int minutes, Function<SearchQuery, SearchResult> search) {
    SearchQuery timed = timed(open, LONGEST);
    return Reason.of("minutes-none")
        .with("open", found(open.withSize(1), search).total())
        .with("timed", found(timed.withSize(1), search).total())
        .with("paid", found(paid(timed).withSize(1), search).total())
        .with("minutes", minutes);
  }
}
