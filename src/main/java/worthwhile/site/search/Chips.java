package worthwhile.site.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.site.view.Labels;
import worthwhile.site.view.PageAddress;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** The active filters of a search, each removable by a link. */
public final class Chips {
  private Chips() {}

  /** One active filter and the search without it. */
  record Active(String parameter, String value, String label, SearchQuery without) {
    /** What would be dropped, behind the word "without". */
    String widened() {
      return parameter.equals(WITHOUT) ? Labels.part("block.left-out") : label;
    }
  }

  private static final String WITHOUT = BlockedRequesters.PARAMETER;

  /** Without what the page shows elsewhere: the kind of work, and what the browser remembers. */
  static List<SearchView.Chip> of(SearchQuery query, PageAddress address, SiteInstance instance) {
    List<SearchView.Chip> chips =
        Stream.concat(
                active(query, instance).stream().filter(one -> !one.parameter().equals(WITHOUT)),
                further(query, address, instance).stream())
            .filter(one -> !one.parameter().equals("kind"))
            .filter(one -> !address.isRemembered(one.parameter(), one.value()))
            .map(one -> new SearchView.Chip(one.label(), address.of(one.without())))
            .collect(Collectors.toCollection(ArrayList::new));
    address
        .newSince()
        .map(since -> Reason.of("first-seen-since").with("when", Show.exact(since)).said())
        .ifPresent(
            label ->
                chips.add(new SearchView.Chip(label, address.since(Optional.empty()).of(query))));
    return chips;
  }

  /** Requesters that the search leaves out beside those that are blocked. */
  private static Optional<Active> further(
      SearchQuery query, PageAddress address, SiteInstance instance) {
    List<RequesterId> blocked = new ArrayList<>(query.withoutRequester());
    List<RequesterId> others = new ArrayList<>(query.withoutRequester());
    blocked.retainAll(address.blocked().ids());
    others.removeAll(blocked);
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(without(query, others, new BlockedRequesters(blocked), instance));
  }

  /** All requesters that are left out are one filter. */
  private static Active without(
      SearchQuery query, List<RequesterId> left, BlockedRequesters rest, SiteInstance instance) {
    return new Active(WITHOUT, "", without(left, instance), query.changed(WITHOUT, rest.words()));
  }

  private static String without(List<RequesterId> left, SiteInstance instance) {
    RequesterId first = left.getFirst();
    return left.size() > 1
        ? Reason.of("without-requesters").with("n", left.size()).said()
        : Reason.of("without-requester")
            .with("name", first.key())
            .with("platform", instance.platformName(first.platform()))
            .said();
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
    if (!query.withoutRequester().isEmpty())
      active.add(without(query, query.withoutRequester(), BlockedRequesters.NONE, instance));
    return active;
  }

  private static boolean isFilter(String parameter) {
    return switch (parameter) {
      case "sort", "page", "size", WITHOUT -> false;
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
      case "min_hourly" -> Labels.part("search.at-least-h", "amount", value);
      case "min_effective" -> Labels.part("search.at-least-h-after-unpaid-time", "amount", value);
      case "min_places" ->
          value.equals("1")
              ? Labels.part("search.a-place-left")
              : Labels.part("search.places-left", "n", value);
      case "eligibility" -> Labels.part("search.country-named");
      case "open" -> Labels.part("search.also-full-ended-and-closed");
      case "max_minutes" -> Labels.part("search.at-most-min", "n", value);
      case "min_reward" -> Labels.part("search.pays-at-least", "amount", value);
      case "posted_within" ->
          Labels.part("search.posted-within-2", "age", SearchChoices.age(value));
      case "include_unknown_pay" -> Labels.part("search.pay-known");
      case "max_severity" ->
          switch (value) {
            case "none" -> Labels.part("search.no-warning");
            case "note" -> Labels.part("search.no-caution");
            default -> Labels.part("search.no-danger");
          };
      case "min_reputation" -> Labels.part("search.reputation-at-least-2", "n", value);
      case "max_risk" -> Labels.part("search.risk-at-most", "n", value);
      case "exclude" -> Labels.part("search.without-2", "word", value);
      default -> parameter + " " + value;
    };
  }
}
