package worthwhile.site.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;

/** A page with a number that no search reaches: a reader gets the last one that could be. */
final class BeyondReach {
  private BeyondReach() {}

  /** Absent if anything else was wrong with the address. */
  static Optional<SearchQuery> last(
      Map<String, List<String>> asked, List<Parsed.Mistake> mistakes) {
    boolean tooFar =
        mistakes.stream()
            .allMatch(
                mistake ->
                    mistake.parameter().equals("page") && mistake.value().matches("[1-9][0-9]*"));
    Map<String, List<String>> without = new LinkedHashMap<>(asked);
    without.remove("page");
    return tooFar && SearchQuery.parse(without) instanceof Parsed.Valid(SearchQuery query)
        ? Optional.of(query.withPage(SearchQuery.REACH / query.size()))
        : Optional.empty();
  }
}
