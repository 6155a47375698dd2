package worthwhile.site.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.site.view.PageAddress;
import worthwhile.site.view.SiteInstance;

/** The active filters of a search, each removable by a link. */
public final class Chips {
  private Chips() {}

  /** One active filter and the search without it. */
  record Active(String parameter, String value, String label, SearchQuery without) {}

  /** Without what the page shows elsewhere: the kind of work, and what the browser remembers. */
  static List<SearchView.Chip> of(SearchQuery query, PageAddress address, SiteInstance instance) {
    List<String> remembered = address.remembered().countries();
    return active(query, instance).stream()
        .filter(one -> !one.parameter().equals("kind"))
        .filter(one -> !one.parameter().equals("country") || !remembered.contains(one.value()))
        .map(one -> new SearchView.Chip(one.label(), address.of(one.without())))
        .toList();
  }

  /** What a search asks for, each in a few words; empty if it asks for everything. */
  public static List<String> labels(SearchQuery query, SiteInstance instance) {
    return active(query, instance).stream().map(Active::label).toList();
  }

  static List<Active> active(SearchQuery query, SiteInstance instance) {
    List<Active> active = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : query.toParameters().entrySet())
      for (String value : entry.getValue())
        if (isFilter(entry.getKey()))
          active.add(
              new Active(
                  entry.getKey(),
                  value,
                  label(entry.getKey(), value, instance),
                  query.toggled(entry.getKey(), value)));
    return active;
  }

  private static boolean isFilter(String parameter) {
    return switch (parameter) {
      case "sort", "page", "size" -> false;
      default -> true;
    };
  }

  private static String label(String parameter, String value, SiteInstance instance) {
    return Dimension.of(parameter)
        .map(dimension -> DimensionWords.filter(dimension, value, instance))
        .orElseGet(() -> label(parameter, value));
  }

  private static String label(String parameter, String value) {
    return switch (parameter) {
      case "q" -> "“" + value + "”";
      case "min_hourly" -> "at least $" + value + "/h";
      case "min_effective" -> "at least $" + value + "/h after unpaid time";
      case "min_places" -> value.equals("1") ? "a place left" : value + " places left";
      case "eligibility" -> "country named";
      case "open" -> "also full, ended and closed";
      case "max_minutes" -> "at most " + value + " min";
      case "min_reward" -> "pays at least $" + value;
      case "posted_within" -> "posted within " + SearchChoices.age(value);
      case "include_unknown_pay" -> "pay known";
      case "max_severity" ->
          switch (value) {
            case "none" -> "no warning";
            case "note" -> "no caution";
            default -> "no danger";
          };
      case "min_reputation" -> "reputation at least " + value;
      case "max_risk" -> "risk at most " + value;
      case "exclude" -> "without “" + value + "”";
      default -> parameter + " " + value;
    };
  }
}
