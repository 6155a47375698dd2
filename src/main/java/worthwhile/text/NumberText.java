package worthwhile.text;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as money is written: "1,234.50", "1.234,50", "1 234,50", "1'234.50", "1,00,000", ".35".
 */
public final class NumberText {
  /** Groups parted by blanks, which also part one number from the next. */
  private static final String BLANKS = "\\d{1,3}(?: \\d{3}){1,6}(?:[.,]\\d{1,2})?(?!\\d)";

  private static final String AFTER = "\\s?(?:[€£₽₴]|zł|kr\\b|Kč|Ft\\b|руб|грн|FCFA|[A-Z]{3}\\b)";

  private static final String RANGE = "\\s?(?:-|–|—|to|bis|à|and|et|a|do|до|y|e|i|und|en|tot)\\s?";

  /** What follows a sum and is nothing that could be counted: "$2 200 words" is two dollars. */
  private static final String ENDS =
      "(?=\\s?(?:$|[/;:|)\\]]|[.,](?!\\d)|[-–—](?!\\p{L})|(?:per|an?|each|every|to|bis|and|or|for|plus|gross|net|brutto|netto|hourly|daily|weekly|monthly|yearly|annual|annually|p\\.?[ahmwd])\\b))";

  /**
   * Blanks group where a sign stands beside the number or at the other end of its range, or where
   * nothing else stands in the text.
   */
  private static final String GROUPED_BY_BLANKS =
      "(?=\\d{1,3} \\d{3})(?:(?<=[€₽₴₺] ?)"
          + BLANKS
          + "|(?<=[$£₹₱₦₩₫฿₪] ?|[A-Z]{3} ?|zł ?|kr\\.? ?|Kč ?)"
          + BLANKS
          + ENDS
          + "|(?<![\\d.,] )"
          + BLANKS
          + "(?="
          + AFTER
          + "|"
          + RANGE
          + BLANKS
          + AFTER
          + ")|(?<=\\d \\d{3} ?(?:-|–|—|to|bis|à|and|et|a|do|до|y|e|i|und|en|tot) ?)"
          + BLANKS
          + "|(?<![\\s\\S])"
          + BLANKS
          + "(?=\\s?(?:$|"
          + RANGE
          + BLANKS
          + "\\s?$)))";

  /** At most 15 digits: a longer number is an id or a phone number. */
  public static final String NUMBER =
      "(?:"
          + GROUPED_BY_BLANKS
          + "|\\d{1,3}(?:[,.'’\\u00A0\\u202F]\\d{3}){1,6}(?:[.,]\\d{1,2})?(?!\\d)"
          + "|\\d{1,2}(?:,\\d{2}){1,6},\\d{3}(?:\\.\\d{1,2})?(?!\\d)"
          + "|\\d{1,9}(?:[.,]\\d{1,6})?(?!\\d)"
          + "|[.,]\\d{1,6}(?!\\d))";

  private static final Pattern GROUPS = Pattern.compile("['’\\u00A0\\u202F ]");

  /** "1,234,567.5", "1 234,50", "12,34,567": groups by one mark, decimals behind another. */
  private static final Pattern GROUPED =
      Pattern.compile(
          "[1-9]\\d{0,2}(?:([,.'’ \\u00A0\\u202F])\\d{3})(?:\\1\\d{3}){0,4}(?:(?!\\1)[,.]\\d{1,9})?"
              + "|[1-9]\\d?(?:([, \\u00A0\\u202F])\\d{2})(?:\\2\\d{2}){0,4}\\2\\d{3}(?:\\.\\d{1,9})?");

  private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(?:[,.]\\d{1,9})?|[,.]\\d{1,9}");

  /** The one shape that can be thousands as well as thousandths. */
  private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[,.]\\d{3}");

  private NumberText() {}

  /**
   * The value of a text that is one number and nothing else, at most 15 digits before its decimals;
   * absent if its marks stand where none may.
   *
   * @param comma whether a comma parts the decimals; asked only of "1,234" and "1.234", since every
   *     other number says it itself
   */
  public static Optional<BigDecimal> whole(String text, boolean comma) {
    boolean plain = PLAIN.matcher(text).matches();
    if (!plain && !GROUPED.matcher(text).matches()) return Optional.empty();
    String bare = GROUPS.matcher(text).replaceAll("");
    boolean grouped = plain && EITHER.matcher(text).matches() && (text.indexOf(',') > 0) != comma;
    char last = bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.';
    return Optional.of(decimal(grouped ? bare.replaceAll("[,.]", "") : bare, last));
  }

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
    if (plain.length() - before.length() != 4 || before.isEmpty() || before.length() > 3)
      return false;
    if (before.startsWith("0")) return false;
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
