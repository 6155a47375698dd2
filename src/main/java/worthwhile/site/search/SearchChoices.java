package worthwhile.site.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult.FacetCount;
import worthwhile.search.Sort;
import worthwhile.site.http.Form;
import worthwhile.site.view.Labels;
import worthwhile.site.view.PageAddress;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** What the search form offers: platforms, categories, requesters, countries, ages and orders. */
public final class SearchChoices {
  private static final int MOST = 12;

  private SearchChoices() {}

  /**
   * Every dimension with its values, the chosen ones always among them. Countries have a list of
   * their own, kinds of work a strip.
   */
  static List<SearchView.Facet> of(
      Form form, Map<String, List<FacetCount>> counts, SiteInstance instance) {
    List<SearchView.Facet> facets = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      if (dimension == Dimension.COUNTRY || dimension == Dimension.KIND) continue;
      String parameter = dimension.field();
      List<SearchView.Choice> choices =
          choices(form, dimension, counts.getOrDefault(parameter, List.of()), instance);
      if (isWorthShowing(dimension, form, choices))
        facets.add(
            new SearchView.Facet(
                parameter,
                Labels.field(parameter),
                choices,
                isOpen(dimension) || !form.all(parameter).isEmpty()));
    }
    return facets;
  }

  private static boolean isOpen(Dimension dimension) {
    return dimension != Dimension.REQUESTER && dimension != Dimension.LANGUAGE;
  }

  /** Of one language alone there is nothing to choose. */
  private static boolean isWorthShowing(
      Dimension dimension, Form form, List<SearchView.Choice> choices) {
    if (dimension != Dimension.LANGUAGE) return !choices.isEmpty();
    return choices.size() > 1 || !form.all(dimension.field()).isEmpty();
  }

  private static List<SearchView.Choice> choices(
      Form form, Dimension dimension, List<FacetCount> counts, SiteInstance instance) {
    String parameter = dimension.field();
    List<SearchView.Choice> choices = new ArrayList<>();
    for (FacetCount count : counts) {
      boolean chosen = form.has(parameter, count.value());
      if (chosen || choices.size() < MOST)
        choices.add(
            new SearchView.Choice(
                count.value(),
                DimensionWords.value(dimension, count.value(), instance),
                count.count(),
                chosen));
    }
    for (String value : form.all(parameter))
      if (!value.equals(Remembered.ANY)
          && counts.stream().noneMatch(count -> count.value().equalsIgnoreCase(value)))
        choices.add(
            new SearchView.Choice(
                value,
                DimensionWords.value(dimension, value, instance),
                counts.isEmpty() ? -1 : 0,
                true));
    return choices;
  }

  /** Every country, those that occur in the results first. */
  static SearchView.Countries countries(Form form, List<FacetCount> counts) {
    List<String> chosen =
        form.all("country").stream().filter(code -> !code.equals(Remembered.ANY)).toList();
    Optional<String> first = chosen.stream().findFirst();
    List<SearchView.Choice> found =
        counts.stream()
            .limit(MOST)
            .map(
                count ->
                    new SearchView.Choice(
                        count.value(),
                        Show.country(count.value()),
                        count.count(),
                        first.filter(count.value()::equalsIgnoreCase).isPresent()))
            .toList();
    Set<String> named = found.stream().map(SearchView.Choice::value).collect(Collectors.toSet());
    List<SearchView.Choice> others =
        Show.countries().entrySet().stream()
            .filter(country -> !named.contains(country.getKey()))
            .map(
                country ->
                    new SearchView.Choice(
                        country.getKey(),
                        country.getValue(),
                        -1,
                        first.filter(country.getKey()::equalsIgnoreCase).isPresent()))
            .collect(Collectors.toCollection(ArrayList::new));
    // What is not a country stays in the form, so that the mistake can be seen and mended there.
    first
        .filter(code -> Stream.concat(found.stream(), others.stream()).noneMatch(c -> c.chosen()))
        .ifPresent(code -> others.addFirst(new SearchView.Choice(code, code, -1, true)));
    return new SearchView.Countries(found, others, chosen.stream().skip(1).toList());
  }

  /** An age as the form offers it. */
  static String age(String value) {
    return switch (value) {
      case "1h", "24h", "3d", "7d", "30d" -> Labels.part("search.age." + value);
      default -> value;
    };
  }

  private static final List<String> AGES = List.of("1h", "24h", "3d", "7d", "30d");

  /** Ages to choose from, that of the address always among them. */
  static List<String> ages(Form form) {
    String chosen = form.one("posted_within");
    if (chosen.isEmpty() || AGES.contains(chosen)) return AGES;
    return Stream.concat(AGES.stream(), Stream.of(chosen)).toList();
  }

  /** Orders other than the one that is best for the reader; the best match needs words. */
  static List<String> sorts(Form form) {
    return Stream.of("relevance", "newest", "hourly", "reward", "ending")
        .filter(sort -> !sort.equals("relevance") || !form.one("q").isEmpty())
        .toList();
  }

  /** The orders in which a list may stand, each a tap away; what is best for the reader first. */
  static List<SearchView.Order> orders(SearchQuery query, PageAddress address) {
    return Stream.concat(Stream.of(Sort.BEST), Stream.of(Sort.values()))
        .distinct()
        .filter(sort -> sort != Sort.RELEVANCE || query.q().isPresent())
        .map(
            sort ->
                new SearchView.Order(
                    Labels.part("order." + sort.parameter()),
                    address.of(query.withSort(sort)),
                    sort == query.sort()))
        .toList();
  }

  static String sort(String value) {
    return switch (value) {
      case "newest" -> Labels.part("order.newest");
      case "hourly" -> Labels.part("order.hourly");
      case "reward" -> Labels.part("order.reward");
      case "ending" -> Labels.part("order.ending");
      default -> Labels.part("order.relevance");
    };
  }
}
