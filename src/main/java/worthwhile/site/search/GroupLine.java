package worthwhile.site.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import worthwhile.search.Apart;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
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

  /** How many tasks are sure to be what was asked for, in words. */
  static String sure(SearchQuery query, SearchResult result) {
    long sure = result.total();
    for (Map.Entry<Apart, Long> group : result.groups().entrySet())
      if ((Apart.leftOut(query) & group.getKey().bit()) == 0) sure -= group.getValue();
    boolean isAll = sure == result.total();
    String pay =
        query
            .minHourly()
            .filter(_ -> result.groups().getOrDefault(Apart.PAY_UNKNOWN, 0L) > 0)
            .map(least -> " at $" + least.toPlainString() + "/h or more")
            .orElse("");
    String country =
        isAll || query.chosen(Dimension.COUNTRY).isEmpty()
            ? ""
            : " for workers in " + Show.countries(query.chosen(Dimension.COUNTRY));
    return pay.isEmpty()
        ? Show.count(sure, "task", "tasks") + country
        : Show.number(sure) + pay + country;
  }

  /** What stands above the first task of a group. */
  static String heading(Apart apart) {
    return switch (apart) {
      case COUNTRY_NOT_STATED -> "Country not stated";
      case PAY_UNKNOWN -> "Pay unknown";
      case FULL -> "Full";
      case ENDED -> "Past the last day";
      case CLOSED -> "Closed";
    };
  }

  private static String text(Apart apart, long count) {
    String number = Show.number(count);
    return switch (apart) {
      case COUNTRY_NOT_STATED -> number + " whose country is not stated";
      case PAY_UNKNOWN -> number + " whose pay is unknown";
      case FULL -> number + " full";
      case ENDED -> number + " past the last day";
      case CLOSED -> number + " closed";
    };
  }

  private static SearchQuery with(SearchQuery query, Apart apart) {
    return switch (apart) {
      case COUNTRY_NOT_STATED -> query.toggled("eligibility", "named");
      case PAY_UNKNOWN -> query.toggled("include_unknown_pay", "false");
      case FULL, ENDED, CLOSED -> query.toggled("open", "all");
    };
  }
}
