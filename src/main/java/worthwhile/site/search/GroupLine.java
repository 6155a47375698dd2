package worthwhile.site.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import worthwhile.posting.Reason;
import worthwhile.search.Apart;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Show;

/**
 * How many tasks stand apart from those that were asked for, and why.
 *
 * @param url the search that lists them too; absent where this one does
 */
record GroupLine(String text, Optional<String> url) {
  static List<GroupLine> of(
      SearchQuery query, SearchResult result, Function<SearchQuery, String> address) {
    List<GroupLine> lines = new ArrayList<>();
    for (Map.Entry<Apart, Long> group : result.groups().entrySet())
      if (group.getValue() > 0 && isWorthTelling(query, group.getKey()))
        lines.add(
            new GroupLine(
                text(group.getKey(), group.getValue()),
                Optional.of(group.getKey())
                    .filter(apart -> (Apart.leftOut(query) & apart.bit()) != 0)
                    .map(apart -> address.apply(with(query, apart)))));
    return lines;
  }

  /** What has been closed is told only to who asks for it: nobody can take it on again. */
  private static boolean isWorthTelling(SearchQuery query, Apart apart) {
    return apart != Apart.CLOSED || query.all();
  }

  /**
   * How many more tasks a search would list did it not go by languages, or by devices; empty if it
   * goes by neither.
   *
   * @param total how many a search lists
   */
  static List<GroupLine> unfit(
      SearchQuery query,
      long listed,
      ToLongFunction<SearchQuery> total,
      Function<SearchQuery, String> address) {
    List<GroupLine> lines = new ArrayList<>();
    for (Dimension dimension : List.of(Dimension.LANGUAGE, Dimension.DEVICE)) {
      if (query.chosen(dimension).isEmpty()) continue;
      SearchQuery wider = query.changed(dimension.field(), List.of());
      long more = total.applyAsLong(wider) - listed;
      String text =
          Reason.of("tasks-unfit")
              .with("by", dimension.field())
              .with("number", Show.number(more))
              .said();
      if (more > 0) lines.add(new GroupLine(text, Optional.of(address.apply(wider))));
    }
    return lines;
  }

  /** How many tasks are listed, in words. */
  static String listed(SearchResult result) {
    return Show.count(result.total(), "tasks");
  }

  /** How many of them are sure to be what was asked for, in words; absent where all are. */
  static Optional<String> sure(SearchQuery query, SearchResult result) {
    long sure = sure(result.total(), query, result);
    Set<String> countries = query.chosen(Dimension.COUNTRY);
    boolean isUnpaid = result.groups().getOrDefault(Apart.PAY_UNKNOWN, 0L) > 0;
    Optional<BigDecimal> least = query.minHourly().filter(_ -> isUnpaid);
    if (sure == result.total() || (countries.isEmpty() && least.isEmpty())) return Optional.empty();
    return Optional.of(
        Reason.of("tasks-sure")
            .with("number", Show.number(sure))
            .with("least", least.map(BigDecimal::toPlainString).orElse("none"))
            .with("countries", countries.isEmpty() ? "none" : Show.countries(countries))
            .said());
  }

  private static long sure(long total, SearchQuery query, SearchResult result) {
    long sure = total;
    for (Map.Entry<Apart, Long> group : result.groups().entrySet())
      if ((Apart.leftOut(query) & group.getKey().bit()) == 0) sure -= group.getValue();
    return sure;
  }

  /** What stands above the first task of a group. */
  static String heading(Apart apart) {
    return Labels.part("apart." + apart.word());
  }

  private static String text(Apart apart, long count) {
    return Reason.of("tasks-apart")
        .with("apart", apart.word())
        .with("number", Show.number(count))
        .said();
  }

  private static SearchQuery with(SearchQuery query, Apart apart) {
    return switch (apart) {
      case COUNTRY_NOT_STATED -> query.toggled("eligibility", "named");
      case PAY_UNKNOWN -> query.toggled("include_unknown_pay", "false");
      case FULL, ENDED, CLOSED -> query.toggled("open", "all");
    };
  }
}
