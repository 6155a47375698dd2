package worthwhile.site.market;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Urls;
import worthwhile.site.view.Floor;
import worthwhile.site.view.SiteInstance;

/**
 * How the market is to be seen.
 *
 * @param zone in which hours and days of the week are told
 * @param floor what pay is seen against
 * @param by which table; absent for all
 */
record MarketQuery(ZoneId zone, Floor floor, Optional<MarketBy> by) {
  static final ZoneId UTC = ZoneId.of("UTC");

  private static final String ZONE = "zone";
  private static final String BY = "by";
  private static final int LONGEST = 60;

  /** The query, or what is wrong with the parameters. */
  sealed interface Parsed {
    record Valid(MarketQuery query) implements Parsed {}

    record Invalid(List<Mistake> mistakes) implements Parsed {}
  }

  /**
   * What is asked for.
   *
   * @param known parameters that the caller takes
   * @param zone where none is given
   * @param floor where none is given
   */
  static Parsed parse(
      Context ctx,
      SiteInstance instance,
      List<String> known,
      Supplier<ZoneId> zone,
      Supplier<Floor> floor) {
    Map<String, List<String>> given = Parameters.filled(ctx);
    List<Mistake> mistakes = new ArrayList<>(ApiQuery.unknown(ctx, known));
    ZoneId shown = one(given, ZONE, mistakes).flatMap(text -> zone(text, mistakes)).orElseGet(zone);
    Optional<MarketBy> by = one(given, BY, mistakes).flatMap(text -> by(text, mistakes));
    if (known.contains(BY) && !given.containsKey(BY)) mistakes.add(by(""));
    Floor against =
        given.containsKey(Floor.NAME)
            ? instance.floor(given.get(Floor.NAME), mistakes)
            : floor.get();
    return mistakes.isEmpty()
        ? new Parsed.Valid(new MarketQuery(shown, against, by))
        : new Parsed.Invalid(mistakes);
  }

  private static Optional<String> one(
      Map<String, List<String>> given, String name, List<Mistake> mistakes) {
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1) mistakes.add(new Mistake(name, String.join(", ", values), "only once"));
    return values.stream().findFirst().map(String::strip);
  }

  private static Optional<ZoneId> zone(String text, List<Mistake> mistakes) {
    try {
      if (text.length() <= LONGEST) return Optional.of(ZoneId.of(text.replace(' ', '_')));
    } catch (DateTimeException _) {
      // Told below, with what is allowed.
    }
    mistakes.add(new Mistake(ZONE, text, "a time zone such as Africa/Nairobi, UTC or +05:30"));
    return Optional.empty();
  }

  private static Optional<MarketBy> by(String text, List<Mistake> mistakes) {
    Optional<MarketBy> by = MarketBy.of(text);
    if (by.isEmpty()) mistakes.add(by(text));
    return by;
  }

  private static Mistake by(String text) {
    return new Mistake(BY, text, "one of " + String.join(", ", MarketBy.words()));
  }

  /** The address of a table as CSV, seen in the same way. */
  String csv(MarketBy table) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put(BY, List.of(table.word()));
    if (table == MarketBy.HOUR || table == MarketBy.WEEKDAY)
      parameters.put(ZONE, List.of(zone.getId()));
    if (!floor.text().isEmpty() && table != MarketBy.OPEN_TIME)
      parameters.put(Floor.NAME, List.of(floor.text()));
    return Urls.of(MarketRoutes.CSV, parameters);
  }
}
