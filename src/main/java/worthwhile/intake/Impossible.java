package worthwhile.intake;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What no posting can say, whoever gives it. */
public final class Impossible {
  /** A sign before the number, of a span as people or as interfaces write it. */
  private static final Pattern NEGATIVE =
      Pattern.compile("[-−–]\\s*[\\d.P].*|P.*[-−]\\d.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NOUGHT =
      Pattern.compile("(?:P[0DTHMSW.,]*|0+(?:[.,:]0+)*\\s*\\p{L}*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern NEGATIVE_AMOUNT =
      Pattern.compile("(?:\\p{Sc}|\\p{Lu}{3})?\\s*[-−–]\\s*(?:\\p{Sc}|\\p{Lu}{3})?\\s*[\\d.].*");

  private static final Pattern NO_NAME = Pattern.compile("[\\s\\p{Cntrl}:]");

  private Impossible() {}

  /**
   * What is wrong with the JSON of a posting and how to mend it: a sentence that begins with the
   * field, by the field's name; empty if nothing is.
   */
  public static Map<String, String> in(JsonNode row) {
    Map<String, String> wrong = new LinkedHashMap<>();
    JsonNode source = row.path("source");
    if (source.isString() && NO_NAME.matcher(source.asString().strip()).find())
      wrong.put(
          "source",
          "source: \"%s\" has a blank or a colon in it; write it as one word, such as my-list"
              .formatted(source.asString()));
    for (String field : List.of("timeRequired", "timeAllowed", "timeMeasured"))
      if (isNoSpan(row.path(field)))
        wrong.put(
            field,
            "%s: a time must be more than 0, not %s; give a span such as PT5M, or leave it out"
                .formatted(field, row.path(field).asString()));
    if (row.path("totalJobOpenings").isNumber()
        && row.path("totalJobOpenings").decimalValue().signum() < 0)
      wrong.put(
          "totalJobOpenings",
          "totalJobOpenings: must not be negative, unlike %s; give 0 where all are taken, or leave it out"
              .formatted(row.path("totalJobOpenings").asString()));
    amount(row.path("baseSalary"))
        .ifPresent(
            amount ->
                wrong.put(
                    "baseSalary",
                    "baseSalary: an amount must be more than 0, not %s; leave it out where nothing is paid"
                        .formatted(amount)));
    return wrong;
  }

  private static boolean isNoSpan(JsonNode value) {
    if (value.isNumber()) return value.decimalValue().signum() <= 0;
    if (!value.isString()) return false;
    String text = value.asString().strip();
    return NEGATIVE.matcher(text).matches() || NOUGHT.matcher(text).matches();
  }

  /** An amount that nobody can be paid, as it is written. */
  private static Optional<String> amount(JsonNode salary) {
    if (salary.isString())
      return Optional.of(salary.asString().strip())
          .filter(text -> NEGATIVE_AMOUNT.matcher(text).matches());
    for (String field : List.of("minValue", "maxValue")) {
      JsonNode value = salary.path(field);
      if (value.isNumber() && value.decimalValue().compareTo(BigDecimal.ZERO) <= 0)
        return Optional.of(value.asString());
    }
    return Optional.empty();
  }
}
