package worthwhile.site.search;

import java.util.Optional;

/** What the search form calls its fields. */
final class FieldWords {
  private FieldWords() {}

  /** The label of the field for a parameter; absent if the form has none. */
  static Optional<String> of(String parameter) {
    return Optional.ofNullable(
        switch (parameter) {
          case "q" -> "Words";
          case "min_hourly" -> "At least, per hour";
          case "max_minutes" -> "At most, minutes";
          case "max_severity" -> "Warnings";
          case "min_reputation" -> "Reputation at least";
          case "country" -> "For workers in";
          case "floor" -> "Minimum wage or your own";
          case "posted_within" -> "Posted within";
          case "include_unknown_pay" -> "Only tasks whose pay is known";
          case "exclude" -> "Without the word";
          case "sort" -> "Sort by";
          default -> null;
        });
  }

  /** The id of that field. */
  static String id(String parameter) {
    return parameter.equals("include_unknown_pay") ? "known" : parameter;
  }
}
