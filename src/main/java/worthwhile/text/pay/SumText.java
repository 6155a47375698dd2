package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell of a table that holds one sum of money and nothing else. */
public final class SumText {
  private static final int MAX_LENGTH = 40;

  /** A comma for decimals, a point for thousands. */
  private static final Locale COMMA = Locale.GERMANY;

  private static final Pattern SUM =
      Pattern.compile(
          "(?<open>\\()?(?<minus>[-−])?(?<pre>"
              + Currencies.BEFORE
              + ")?\\s*(?<minus2>[-−])?(?<number>\\d[\\d.,'’ \\u00A0\\u202F]*|[.,]\\d+)\\s*(?<post>"
              + Currencies.AFTER
              + ")?\\)?");

  private SumText() {}

  /**
   * A sum.
   *
   * @param value below 0 where the cell says so
   * @param currency ISO code; absent if the cell names none
   */
  public record Sum(BigDecimal value, Optional<String> currency) {}

  /**
   * Reads "£2.67", "CA$10.00", "1.234,50 €", "12.5", "(3.00)"; absent if the cell holds anything
   * else, or a number that cannot be one.
   *
   * @param decimalComma whether 1,5 is one and a half
   */
  public static Optional<Sum> parse(String cell, boolean decimalComma) {
    String text = cell.strip();
    if (text.length() > MAX_LENGTH) return Optional.empty();
    Matcher found = SUM.matcher(text);
    if (!found.matches()) return Optional.empty();
    String sign = found.group("pre") != null ? found.group("pre") : found.group("post");
    PayText.Context context = PayText.Context.of(decimalComma ? COMMA : Locale.US);
    return number(found.group("number"), decimalComma)
        .map(number -> isNegative(found) ? number.negate() : number)
        .map(number -> sign != null && Currencies.isMinor(sign) ? number.movePointLeft(2) : number)
        .map(number -> new Sum(number, Optional.ofNullable(sign).map(s -> code(s, context))));
  }

  private static String code(String sign, PayText.Context context) {
    return Currencies.meant(sign, context).code();
  }

  private static boolean isNegative(Matcher found) {
    return found.group("open") != null
        || found.group("minus") != null
        || found.group("minus2") != null;
  }

  /** The number, if its marks stand where they may. */
  private static Optional<BigDecimal> number(String text, boolean decimalComma) {
    String group = decimalComma ? "[.'’ \\u00A0\\u202F]" : "[,'’ \\u00A0\\u202F]";
    String mark = decimalComma ? "," : "[.]";
    String bare = text.strip();
    if (!bare.matches("(?:\\d+|\\d{1,3}(?:" + group + "\\d{2,3})*)?(?:" + mark + "\\d+)?"))
      return Optional.empty();
    String plain = bare.replaceAll(group, "").replace(',', '.');
    return Optional.of(new BigDecimal(plain));
  }
}
