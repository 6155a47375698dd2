package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import worthwhile.text.NumberText;
import worthwhile.text.word.Sought;

/**
 * The upper end of a range that stands behind the unit of its lower end, without a currency of its
 * own: "USD 18.00/HR - 22.00/HR".
 *
 * @param unit the same as before it
 * @param end where the number ends
 */
record RangeEnd(BigDecimal most, PayUnit unit, int end) {
  /** So many times the lower end is no end of the same range. */
  private static final BigDecimal WIDEST = BigDecimal.valueOf(40);

  private static final int REACH = 40;

  private static final Sought GOES_ON =
      Sought.caseless(
          "\\.?\\s?(?<join>"
              + RangeWords.BETWEEN_ENDS
              + ")\\s?(?<num>"
              + NumberText.NUMBER
              + ")(?:\\s?(?<scale>"
              + Scale.WORDS
              + "))?");

  /** What goes on behind one sum and its unit; absent if the text says something else there. */
  static Optional<RangeEnd> behind(String text, MoneySpan low, PayUnit unit, Locale locale) {
    if (low.min().compareTo(low.max()) < 0 || unit.end() < low.end()) return Optional.empty();
    Matcher found = GOES_ON.at(text, unit.end(), Math.min(text.length(), unit.end() + REACH));
    if (found == null || isNoRange(found.group("join"), text, low)) return Optional.empty();
    int end = found.end();
    BigDecimal most = Scale.of(value(found.group("num"), low, locale), found.group("scale"));
    boolean rises = most.compareTo(low.max()) > 0;
    if (!rises || most.compareTo(low.max().multiply(WIDEST)) > 0) return Optional.empty();
    return PayUnit.after(text, end)
        .filter(next -> next.isAs(unit))
        .map(next -> new RangeEnd(most, next, end));
  }

  /** The whole range, from this sum on. */
  Statement of(MoneySpan low) {
    return new Statement(low.upTo(most, end), Optional.of(unit), Optional.empty());
  }

  private static boolean isNoRange(String join, String text, MoneySpan low) {
    if (RangeWords.isAnd(join)) return !RangeWords.isBetween(text, low.start());
    return join.equals("to") && FormerPay.isChange(text, low.start());
  }

  private static BigDecimal value(String number, MoneySpan low, Locale locale) {
    return MoneySpan.isGrouped(number, low.currency())
        ? new BigDecimal(number.replaceAll("\\D", ""))
        : NumberText.value(number, locale, NumberText.isPointDecimal(locale));
  }
}
