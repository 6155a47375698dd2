package worthwhile.site.guide;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import worthwhile.posting.Reason;
import worthwhile.search.Apart;
import worthwhile.search.Besides;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchResult;
import worthwhile.search.Sort;
import worthwhile.site.block.Blocking;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.PageAddress;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/**
 * Asks the index what is open now, exactly as the search page would ask it for the same reader, so
 * that the figure beside a link is the one behind it.
 */
final class LiveFigures {
  private static final Map<String, List<String>> EVERY_KIND =
      Map.of(Dimension.KIND.field(), List.of(Remembered.ANY));

  private final SiteInstance instance;
  private final Visitors visitors;
  private final Blocking blocking;

  LiveFigures(SiteInstance instance, Visitors visitors) {
    this.instance = instance;
    this.visitors = visitors;
    this.blocking = new Blocking(instance, visitors);
  }

  /** Whether the index can be asked: an empty or half-filled one would tell untruths. */
  boolean areThere() {
    return instance.index().size() > 0 && !instance.condition().isCatchingUp();
  }

  /** A reader of figures: what her browser remembers, and what she alone sees. */
  record Reader(PageAddress address, Optional<Besides> own) {
    List<String> countries() {
      return address.remembered().countries();
    }
  }

  Reader reader(Context ctx, Dispensable asked) {
    Remembered remembered = Remembered.of(ctx);
    return new Reader(
        new PageAddress(remembered, asked.ask(() -> blocking.of(ctx), remembered.blocked())),
        asked.ask(() -> instance.besides(visitors.signedIn(ctx)), Optional.empty()));
  }

  /** What a search finds; absent where what the browser remembers makes no search. */
  Optional<LiveLine> line(LiveSearch search, Reader reader) {
    Map<String, List<String>> parameters = reader.address().asked(search.given());
    // Of a floor of nothing the index tells apart what is known to pay and what is not.
    parameters.putIfAbsent("min_hourly", List.of("0"));
    // The best paid is told.
    parameters.put("sort", List.of(Sort.HOURLY.parameter()));
    return found(parameters, reader)
        .map(result -> new LiveLine(search.label(), search.url(), figure(result)));
  }

  private Optional<SearchResult> found(Map<String, List<String>> parameters, Reader reader) {
    parameters.put("size", List.of("1"));
    return switch (SearchQuery.parse(parameters)) {
      case Parsed.Valid(SearchQuery query) -> Optional.of(instance.search(query, reader.own()));
      case Parsed.Invalid _ -> Optional.empty();
    };
  }

  private static String figure(SearchResult result) {
    long open = result.total();
    long known = open - result.groups().getOrDefault(Apart.PAY_UNKNOWN, 0L);
    Optional<String> best =
        result.hits().stream()
            .filter(hit -> hit.group().isEmpty())
            .flatMap(hit -> Optional.ofNullable(hit.posting().pay()).stream())
            .findFirst()
            .map(Show::net);
    return Reason.of("guide-open")
        .with("open", open)
        .with("known", known)
        .with("pay", open == 0 ? "none" : known == 0 ? "unknown" : known == open ? "all" : "some")
        .with("best", best.orElse("none"))
        .said();
  }

  /** Open tasks of all kinds by category of work; absent where nothing can be asked. */
  Optional<Map<String, Long>> categories(Reader reader) {
    Map<String, List<String>> parameters = reader.address().asked(new LinkedHashMap<>(EVERY_KIND));
    Function<SearchResult.FacetCount, String> key = facet -> Dimension.CATEGORY.key(facet.value());
    return found(parameters, reader)
        .map(
            result ->
                result.facets().getOrDefault(Dimension.CATEGORY.field(), List.of()).stream()
                    .collect(Collectors.toMap(key, SearchResult.FacetCount::count, Long::sum)));
  }
}
