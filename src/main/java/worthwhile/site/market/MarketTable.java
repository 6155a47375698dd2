package worthwhile.site.market;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import worthwhile.market.MarketFigures;
import worthwhile.market.Sample;
import worthwhile.posting.Sentences;
import worthwhile.posting.word.Worded;
import worthwhile.site.http.Urls;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;

/** What is paid in each group, in the order in which it is shown. */
record MarketTable(MarketBy by, List<Line> lines) {
  /** The best paid first, then those of which nothing can be said, the largest first. */
  private static final Comparator<Line> BEST_FIRST =
      Comparator.comparing(
              (Line line) -> line.sample().median().orElse(null),
              Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(Comparator.comparing((Line line) -> line.sample().postings()).reversed())
          .thenComparing(Line::key);

  /**
   * A group.
   *
   * @param key as the API names it
   * @param name as pages show it
   * @param url of its page; absent if it has none
   */
  record Line(String key, String name, Optional<String> url, Sample sample) {}

  MarketTable {
    lines = List.copyOf(lines);
  }

  /** All tables of what is paid. */
  static List<MarketTable> all(MarketFigures figures, ZoneId zone, SiteInstance instance) {
    return List.of(
        byPlatform(figures, instance),
        byCategory(figures),
        byHour(figures, zone),
        byWeekday(figures, zone));
  }

  private static MarketTable byPlatform(MarketFigures figures, SiteInstance instance) {
    return best(
        MarketBy.PLATFORM,
        figures.platforms(),
        instance::platformName,
        id -> instance.sources().platform(id).map(Platform::id).map(Urls::platform));
  }

  private static MarketTable byCategory(MarketFigures figures) {
    return best(MarketBy.CATEGORY, figures.categories(), Labels::category, _ -> Optional.empty());
  }

  private interface Address {
    Optional<String> of(String key);
  }

  private static MarketTable best(
      MarketBy by, Map<String, Sample> groups, UnaryOperator<String> name, Address address) {
    return new MarketTable(
        by,
        groups.entrySet().stream()
            .map(
                group ->
                    new Line(
                        group.getKey(),
                        name.apply(group.getKey()),
                        address.of(group.getKey()),
                        group.getValue()))
            .sorted(BEST_FIRST)
            .toList());
  }

  private static MarketTable byHour(MarketFigures figures, ZoneId zone) {
    List<Line> lines = new ArrayList<>();
    for (Sample sample : figures.arrivals().byHour(zone)) {
      int hour = lines.size();
      lines.add(new Line(String.valueOf(hour), MarketWords.hour(hour), Optional.empty(), sample));
    }
    return new MarketTable(MarketBy.HOUR, lines);
  }

  private static MarketTable byWeekday(MarketFigures figures, ZoneId zone) {
    List<Line> lines = new ArrayList<>();
    for (Sample sample : figures.arrivals().byWeekday(zone)) {
      DayOfWeek day = DayOfWeek.values()[lines.size()];
      lines.add(
          new Line(
              Worded.wordOf(day),
              Show.words(day.getDisplayName(TextStyle.FULL, Sentences.spoken().locale())),
              Optional.empty(),
              sample));
    }
    return new MarketTable(MarketBy.WEEKDAY, lines);
  }

  /** Whether anything was counted at all. */
  boolean isEmpty() {
    return lines.stream().allMatch(line -> line.sample().postings() == 0);
  }
}
