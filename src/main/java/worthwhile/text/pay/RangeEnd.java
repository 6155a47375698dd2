package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.NumberText;
import worthwhile.text.word.Sought;

/**
 * The upper end of a range that does not stand right behind its lower end: behind the unit of that,
 * without a currency of its own ("USD 18.00/HR - 22.00/HR"), or behind words that make one the
 * least and the other the most ("minimum $16, maximum $20 per hour").
 *
 * @param unit the same as before it
 * @param end where the number ends
 */
record RangeEnd(BigDecimal most, PayUnit unit, int end) {
  /** So many times the lower end is no end of the same range. */
  private static final BigDecimal WIDEST = BigDecimal.valueOf(40);

  private static final int REACH = 40;
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Sought GOES_ON =
      Sought.caseless(
          "\\.?\\s?(?<join>"
              + RangeWords.BETWEEN_ENDS
              + ")\\s?(?<num>"
              + NumberText.NUMBER
              + ")(?:\\s?(?<scale>"
              + Scale.WORDS
              + "))?");

  /** Nouns for pay that stand beside "minimum" and "maximum". */
  private static final String PAY =
      "(?:hourly|base|pay|pay"
          + " rate|salary|rate|wage|compensation|reward|payment|stundenlohn|lohn|gehalt|vergütung|salario|sueldo|pago|salaire|rémunération|salário|pagamento|retribuzione|stipendio|tariffa|tarief|loon)";

  private static final String SAID = "(?:\\s" + PAY + "){0,2}\\)?\\s?[:=]?\\s*$";

  private static final Pattern LEAST =
      Sought.pattern("(?<![\\p{L}\\p{N}])" + Bound.LEAST + SAID, CASELESS);

  private static final Pattern THEN_MOST =
      Sought.pattern(
          "^\\s*[,;/|.–—-]?\\s*(?:(?:and|und|y|e|et|en|but|to)\\s)?(?:"
              + PAY
              + "\\s){0,3}\\(?"
              + Bound.MOST
              + SAID,
          CASELESS);

  /** The sums of a text, those that are the least and the most of one pay as one range. */
  static List<MoneySpan> joined(String text, List<MoneySpan> sums, PayJudge judge) {
    List<MoneySpan> all = new ArrayList<>();
    for (MoneySpan sum : sums) {
      boolean joins =
          !all.isEmpty() && isLeastToMost(text, all.getLast(), sum) && !judge.isBonus(sum);
      all.add(joins ? all.removeLast().upTo(sum) : sum);
    }
    return all;
  }

  private static boolean isLeastToMost(String text, MoneySpan low, MoneySpan high) {
    boolean single = isSingle(low) && isSingle(high);
    if (!single || !low.currency().equals(high.currency()) || !isWithin(low, high.max()))
      return false;
    Optional<PayUnit> unit = PayUnit.after(text, low.end());
    int from = unit.map(PayUnit::end).orElse(low.end());
    if (from > high.start() || high.start() - from > REACH) return false;
    if (!THEN_MOST.matcher(text.substring(from, high.start())).find()) return false;
    String before = text.substring(Math.max(0, low.start() - REACH), low.start());
    return LEAST.matcher(before).find() && isAlike(unit, PayUnit.after(text, high.end()));
  }

  private static boolean isSingle(MoneySpan sum) {
    return sum.min().compareTo(sum.max()) == 0;
  }

  /** Whether two units may be the same: one may be left out. */
  private static boolean isAlike(Optional<PayUnit> one, Optional<PayUnit> other) {
    return one.isEmpty() || other.isEmpty() || one.get().isAs(other.get());
  }

  private static boolean isWithin(MoneySpan low, BigDecimal most) {
    return most.compareTo(low.max()) > 0 && most.compareTo(low.max().multiply(WIDEST)) <= 0;
  }

  /** What goes on behind one sum and its unit; absent if the text says something else there. */
  static Optional<RangeEnd> behind(String text, MoneySpan low, PayUnit unit, Locale locale) {
    if (!isSingle(low) || unit.end() < low.end()) return Optional.empty();
    Matcher found = GOES_ON.at(text, unit.end(), Math.min(text.length(), unit.end() + REACH));
    if (found == null || isNoRange(found.group("join"), text, low)) return Optional.empty();
    int end = found.end();
    BigDecimal most = Scale.of(value(found.group("num"), low, locale), found.group("scale"));
    if (!isWithin(low, most)) return Optional.empty();
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
