package worthwhile.source;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.UnitText;

/**
 * How one field is got from a row.
 *
 * @param from where its text stands
 * @param join what several values are joined by; absent if they are not joined
 * @param filters changes to each value, in order
 * @param map words to be replaced as a whole, {@code *} for any other; an empty replacement drops
 *     the value
 * @param reading how the text becomes a value, where the field's name alone does not say it
 * @param optional a row without it is still a row
 * @param fallback the value if there is none
 * @param unless when the field counts as absent
 */
public record Rule(
    From from,
    Optional<String> join,
    List<Filter> filters,
    Map<String, String> map,
    Optional<Reading> reading,
    boolean optional,
    Optional<String> fallback,
    Optional<Unless> unless) {
  public Rule {
    filters = List.copyOf(filters);
    map = Map.copyOf(map);
  }

  /** Where a field's text stands. */
  public sealed interface From {}

  /** Elements below the row (the row itself without a selector), their text or an attribute. */
  public record Elements(Optional<Css> css, Optional<String> attr, Optional<Css> without)
      implements From {}

  /** Values in the row's JSON. */
  public record Json(Pointer pointer) implements From {}

  /** A fixed value. */
  public record Value(String text) implements From {}

  /** The address of the page itself. */
  public record Address() implements From {}

  /** The name of the row, where rows are the values of an object. */
  public record Key() implements From {}

  /** A text with other fields inserted. */
  public record Filled(Template template) implements From {}

  /** The first rule that gives a value. */
  public record First(List<Rule> rules) implements From {
    public First {
      rules = List.copyOf(rules);
    }
  }

  /** How a text becomes a value. */
  public sealed interface Reading {}

  /** A date by a pattern. */
  public record DateReading(String pattern) implements Reading {}

  /** A number of minutes, seconds or hours. */
  public record DurationReading(java.time.temporal.ChronoUnit unit) implements Reading {}

  /** A whole number less another one, never below 0: places in all and places taken. */
  public record Difference(Rule minus) implements Reading {}

  /** Pay in words; currency and unit count where the text names none. */
  public record MoneyText(Optional<String> currency, Optional<UnitText> per) implements Reading {}

  /**
   * Pay in parts.
   *
   * @param min rule of the smallest amount
   * @param max rule of the largest amount
   * @param value rule of the one amount, instead of the two
   * @param currency rule of the currency
   * @param per rule of the unit; absent if the source states none
   * @param minor amounts are in hundredths
   * @param gross whether fees are still to be taken off; absent if not known
   * @param inferUnit conclude hour or year from the size where no unit is stated
   */
  public record MoneyParts(
      Optional<Rule> min,
      Optional<Rule> max,
      Optional<Rule> value,
      Optional<Rule> currency,
      Optional<Rule> per,
      boolean minor,
      Optional<Boolean> gross,
      boolean inferUnit)
      implements Reading {}

  /** The field is absent where this rule's value matches. */
  public record Unless(Rule rule, Pattern matches) {}
}
