package worthwhile.site.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;

/** Reads the parameters of API calls: those of a search, or that there are none. */
public final class ApiQuery {
  private ApiQuery() {}

  /** The search; absent if the parameters were wrong, and then the client has been told. */
  public static Optional<SearchQuery> of(Context ctx) {
    return switch (SearchQuery.parse(Parameters.filled(ctx))) {
      case Parsed.Valid(SearchQuery query) -> Optional.of(query);
      case Parsed.Invalid(List<Parsed.Mistake> mistakes) -> {
        Problem.badParameters(mistakes).send(ctx);
        yield Optional.empty();
      }
    };
  }

  /** Whether a call that takes no parameters was given some; then the client has been told. */
  public static boolean refuses(Context ctx) {
    List<Parsed.Mistake> mistakes = unknown(ctx, List.of());
    if (mistakes.isEmpty()) return false;
    Problem.badParameters("Nothing was done", mistakes).send(ctx);
    return true;
  }

  /** A mistake for each parameter that a call does not take, or that stands more than once. */
  public static List<Parsed.Mistake> mistakes(Context ctx, List<String> known) {
    List<Parsed.Mistake> mistakes = new ArrayList<>(unknown(ctx, known));
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (known.contains(name) && values.size() > 1)
                mistakes.add(new Parsed.Mistake(name, values.getLast(), "only once"));
            });
    return mistakes;
  }

  /** A mistake for each parameter that a call does not take. */
  public static List<Parsed.Mistake> unknown(Context ctx, List<String> known) {
    String allowed =
        known.isEmpty()
            ? "this call takes no parameters"
            : "this call takes only " + String.join(", ", known);
    return ctx.queryParamMap().keySet().stream()
        .filter(name -> !known.contains(name))
        .map(
            name ->
                new Parsed.Mistake(
                    name, Optional.ofNullable(ctx.queryParam(name)).orElse(""), allowed))
        .toList();
  }
}
