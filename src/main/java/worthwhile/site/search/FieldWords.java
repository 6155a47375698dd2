package worthwhile.site.search;

import java.util.Optional;
import worthwhile.site.view.Labels;

/** What the search form calls its fields. */
final class FieldWords {
  private FieldWords() {}

  /** The label of the field for a parameter; absent if the form has none. */
  static Optional<String> of(String parameter) {
    return Optional.ofNullable(
        switch (parameter) {
          case "q" -> Labels.part("search.words");
          case "min_hourly" -> Labels.part("search.at-least-per-hour");
          case "max_minutes" -> Labels.part("search.at-most-minutes");
          case "max_severity" -> Labels.part("search.warnings");
          case "min_reputation" -> Labels.part("search.reputation-at-least");
          case "country" -> Labels.part("search.for-workers-in");
          case "floor" -> Labels.part("search.minimum-wage-or-your-own");
          case "posted_within" -> Labels.part("search.posted-within");
          case "include_unknown_pay" -> Labels.part("search.only-tasks-whose-pay-is-known");
          case "exclude" -> Labels.part("search.without-the-word");
          case "sort" -> Labels.part("search.sort-by");
          default -> null;
        });
  }

  /** The id of that field. */
  static String id(String parameter) {
    return parameter.equals("include_unknown_pay") ? "known" : parameter;
  }
}
