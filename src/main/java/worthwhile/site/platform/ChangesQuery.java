package worthwhile.site.platform;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Urls;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;

/**
 * The changes of which platforms are asked for.
 *
 * @param platforms ids; empty for all
 */
record ChangesQuery(Set<String> platforms) {
  private static final int MOST_TOLD = 10;

  /** The query, or what is wrong with the parameters. */
  sealed interface Parsed {
    record Valid(ChangesQuery query) implements Parsed {}

    record Invalid(List<Mistake> mistakes) implements Parsed {}
  }

  static Parsed parse(Context ctx, SiteInstance instance) {
    List<Mistake> mistakes = new ArrayList<>();
    Set<String> platforms = new LinkedHashSet<>();
    Parameters.filled(ctx)
        .forEach(
            (name, values) -> {
              for (String value : values)
                if (!name.equals("platform"))
                  mistakes.add(new Mistake(name, value, "no such parameter: platform"));
                else
                  instance
                      .sources()
                      .platform(value.strip())
                      .map(Platform::id)
                      .ifPresentOrElse(platforms::add, () -> mistakes.add(unknown(value)));
            });
    return mistakes.isEmpty()
        ? new Parsed.Valid(new ChangesQuery(platforms))
        : new Parsed.Invalid(mistakes.stream().limit(MOST_TOLD).toList());
  }

  private static Mistake unknown(String value) {
    return new Mistake("platform", value, "the id or name of a platform that has a card here");
  }

  /** An address with the parameters that ask for the same. */
  String at(String path) {
    return platforms.isEmpty() ? path : Urls.of(path, Map.of("platform", List.copyOf(platforms)));
  }
}
