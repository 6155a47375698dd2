package worthwhile.site.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import worthwhile.intake.Categories;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.SearchResult.FacetCount;
import worthwhile.search.WordQuery;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.text.Nearest;

/**
 * A platform or category that a search asks for and that is not known here: no posting, card or
 * list has it. The search stands, for it may be known tomorrow; but who asked is told.
 *
 * @param parameter {@code platform} or {@code category}
 * @param nearest a known one that was probably meant; absent if none is near
 */
record UnknownValue(String parameter, String value, Optional<String> nearest) {
  /** What is not known of what a search asks for, in its parameters or among its words. */
  static List<UnknownValue> in(SearchQuery query, SearchResult result, SiteInstance instance) {
    return Stream.of(Dimension.PLATFORM, Dimension.CATEGORY)
        .flatMap(dimension -> in(dimension, query, result, instance))
        .toList();
  }

  private static Stream<UnknownValue> in(
      Dimension dimension, SearchQuery query, SearchResult result, SiteInstance instance) {
    Set<String> asked = asked(dimension, query, instance);
    if (asked.isEmpty()) return Stream.empty();
    Set<String> known = new HashSet<>();
    listed(dimension, instance).map(dimension::key).forEach(known::add);
    addFound(known, dimension, result);
    addFound(known, dimension, instance.index().search(SearchQuery.everything()));
    return asked.stream()
        .filter(value -> !known.contains(value))
        .sorted()
        .map(
            value ->
                new UnknownValue(
                    dimension.field(), value, nearest(dimension, value, known, instance)));
  }

  private static Set<String> asked(Dimension dimension, SearchQuery query, SiteInstance instance) {
    Set<String> asked = new HashSet<>(dimension.chosen(query));
    if (query.q().isPresent())
      WordQuery.of(query, instance.index().vocabulary()).narrowings().stream()
          .filter(narrowing -> narrowing.dimension() == dimension)
          .forEach(narrowing -> asked.add(narrowing.key()));
    return asked;
  }

  private static Stream<String> listed(Dimension dimension, SiteInstance instance) {
    return dimension == Dimension.PLATFORM
        ? instance.sources().platforms().stream().map(Platform::id)
        : Categories.names().stream();
  }

  private static void addFound(Set<String> known, Dimension dimension, SearchResult result) {
    result.facets().getOrDefault(dimension.field(), List.of()).stream()
        .map(FacetCount::value)
        .map(dimension::key)
        .forEach(known::add);
  }

  private static Optional<String> nearest(
      Dimension dimension, String value, Set<String> known, SiteInstance instance) {
    Optional<String> named =
        dimension == Dimension.PLATFORM
            ? instance.sources().platform(value).map(Platform::id)
            : Optional.empty();
    return named.or(() -> Nearest.to(value, known.stream().sorted().toList()));
  }
}
