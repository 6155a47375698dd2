package worthwhile.site.search;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Problem;
import worthwhile.site.view.Floor;
import worthwhile.site.view.SiteInstance;

/**
 * What a call or a feed asks for: a search, and a floor to see its pay against.
 *
 * @param floor {@link Floor#NONE} where the call names none; no cookie counts
 */
record ApiSearch(SearchQuery query, Floor floor) {
  /** Absent if parameters were wrong, and then the client has been told. */
  static Optional<ApiSearch> of(Context ctx, SiteInstance instance) {
    Map<String, List<String>> given = Parameters.filled(ctx);
    List<String> texts = Optional.ofNullable(given.remove(Floor.NAME)).orElse(List.of());
    List<Parsed.Mistake> mistakes = new ArrayList<>();
    Floor floor = instance.floor(texts, mistakes);
    return switch (SearchQuery.parse(given)) {
      case Parsed.Valid(SearchQuery query) when mistakes.isEmpty() ->
          Optional.of(new ApiSearch(query, floor));
      case Parsed.Valid _ -> told(ctx, mistakes);
      case Parsed.Invalid(List<Parsed.Mistake> others) -> {
        mistakes.addAll(others);
        yield told(ctx, mistakes);
      }
    };
  }

  private static Optional<ApiSearch> told(Context ctx, List<Parsed.Mistake> mistakes) {
    Problem.badParameters(mistakes).send(ctx);
    return Optional.empty();
  }

  /** The same page of the search as parameters of an address. */
  Map<String, List<String>> toParameters() {
    return withFloor(query.toParameters());
  }

  Map<String, List<String>> withFloor(Map<String, List<String>> search) {
    if (floor.chosen().isEmpty()) return search;
    Map<String, List<String>> all = new LinkedHashMap<>(search);
    all.put(Floor.NAME, List.of(floor.text()));
    return all;
  }
}
