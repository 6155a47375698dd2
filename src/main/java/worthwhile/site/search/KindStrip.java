package worthwhile.site.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import worthwhile.posting.TaskKind;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.site.view.Labels;
import worthwhile.site.view.PageAddress;

/** The kinds of work side by side: pay per hour of one is no measure for another. */
final class KindStrip {
  private KindStrip() {}

  static List<SearchView.Kind> of(SearchQuery query, SearchResult result, PageAddress address) {
    Set<String> chosen = query.chosen(Dimension.KIND);
    return Stream.of(TaskKind.values())
        .map(
            kind ->
                new SearchView.Kind(
                    Labels.kind(kind),
                    count(result, kind),
                    address.of(query, kind),
                    chosen.contains(kind.word())))
        .toList();
  }

  private static long count(SearchResult result, TaskKind kind) {
    return result.facets().getOrDefault(Dimension.KIND.field(), List.of()).stream()
        .filter(counted -> counted.value().equalsIgnoreCase(kind.word()))
        .mapToLong(SearchResult.FacetCount::count)
        .findFirst()
        .orElse(0);
  }
}
