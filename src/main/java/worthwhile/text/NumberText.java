package worthwhile.text;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers as money is written: "1,234.50", "1.234,50", "1 234,50", "1'234.50", "1,00,000", ".35".
 */
public final class NumberText {
  /** At most 15 digits: a longer number is an id or a phone number. */
  public static final String NUMBER =
      "(?:(?<=[€₽₴₺] ?)\\d{1,3}(?: \\d{3}){1,6}(?:[.,]\\d{1,2})?(?!\\d)|(?<![\\d.,] )\\d{1,3}(?: \\d{3}){1,6}(?:[.,]\\d{1,2})?(?=\\s?(?:[€£₽₴]|zł|kr\\b|Kč|Ft\\b|руб|грн|FCFA|[A-Z]{3}\\b))"
          + "|\\d{1,3}(?:[,.'’\\u00A0\\u202F]\\d{3}){1,6}(?:[.,]\\d{1,2})?(?!\\d)"
          + "|\\d{1,2}(?:,\\d{2}){1,6},\\d{3}(?:\\.\\d{1,2})?(?!\\d)"
          + "|\\d{1,9}(?:[.,]\\d{1,6})?(?!\\d)"
          + "|[.,]\\d{1,6}(?!\\d))";

  private static final Pattern GROUPS = Pattern.compile("['’\\u00A0\\u202F ]");

  private NumberText() {}

  /**
   * The number's value.
   *
   * @param english true if the currency's sign stands before it, as English writes it: then a comma
   *     before three digits groups, whatever the locale
   */
  public static BigDecimal value(String number, Locale locale, boolean english) {
    String plain = GROUPS.matcher(number).replaceAll("");
    int comma = plain.lastIndexOf(',');
    int point = plain.lastIndexOf('.');
    if (comma >= 0 && point >= 0) return decimal(plain, comma > point ? ',' : '.');
    if (comma < 0 && point < 0) return new BigDecimal(plain);
    char mark = comma >= 0 ? ',' : '.';
    return groups(plain, mark, locale, english)
        ? decimal(plain, mark == ',' ? '.' : ',')
        : decimal(plain, mark);
  }

  private static boolean groups(String plain, char mark, Locale locale, boolean english) {
    if (plain.indexOf(mark) != plain.lastIndexOf(mark)) return true;
    String before = plain.substring(0, plain.indexOf(mark));
    if (plain.length() - before.length() != 4 || before.isEmpty() || before.startsWith("0"))
      return false;
    boolean point = isPointDecimal(locale);
    return mark == ',' ? english || point : !english || !point;
  }

  /** True where 1.5 is one and a half. */
  public static boolean isPointDecimal(Locale locale) {
    return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() != ',';
  }

  /** With this mark as the decimal one, if it stands once; a mark that stands twice groups. */
  private static BigDecimal decimal(String plain, char mark) {
    boolean once = plain.indexOf(mark) == plain.lastIndexOf(mark);
    String whole =
        once
            ? plain.replace(mark == ',' ? "." : ",", "").replace(mark, '.')
            : plain.replaceAll("[.,]", "");
    return new BigDecimal(whole.startsWith(".") ? "0" + whole : whole);
  }
}
