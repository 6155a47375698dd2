package worthwhile.extract.rule;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Scalars of JSON as text, numbers exact and plain. */
public final class JsonText {
  /** Beyond this a number is written with its exponent: nobody's amount, only a trap. */
  private static final int LONGEST = 60;

  private JsonText() {}

  /** The text of a string, number or truth value; absent for null, objects and lists. */
  public static Optional<String> of(JsonNode node) {
    if (node.isString()) return Optional.of(node.stringValue());
    if (node.isBoolean()) return Optional.of(Boolean.toString(node.booleanValue()));
    boolean counts = node.isNumber() && !node.asString("").matches("[-+]?(?:NaN|Inf.*)");
    if (!counts) return Optional.empty();
    BigDecimal number = node.decimalValue();
    boolean huge = Math.abs((long) number.scale()) + number.precision() > LONGEST;
    return Optional.of(huge ? number.toString() : number.toPlainString());
  }
}
