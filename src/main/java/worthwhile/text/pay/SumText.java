package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import worthwhile.text.Glyphs;
import worthwhile.text.NumberText;

/** A cell of a table or a field of an interface that holds one sum of money and nothing else. */
public final class SumText {
  private static final int MAX_LENGTH = 40;

  /** A comma for decimals, a point for thousands. */
  private static final Locale COMMA = Locale.GERMANY;

  private static final String MINUS = "[-–—]";

  private static final Pattern MINUSES = Pattern.compile("^[-(–—−]|[-–—−(]\\s?[\\d.]|[-–—−]$");

  /**
   * Signs before and after; dashes behind a mark stand for no cents ("20.-", "5.--"), as "500/-"
   * does.
   */
  private static final Pattern SUM =
      Pattern.compile(
          "(?<open>\\()?(?<lead>[-–—+])?\\s?(?<pre>"
              + Currencies.BEFORE
              + "|(?i:"
              + Currencies.WORDS
              + "))?\\s*(?<inner>[-–—+])?\\s?(?<number>\\d[\\d.,'’"
              + " \\u00A0\\u202F]*|[.,]\\d+)(?:/[-–—=])?(?<behind>"
              + MINUS
              + "{1,2})?\\s*(?<post>"
              + Currencies.AFTER
              + ")?(?<last>"
              + MINUS
              + ")?(?<close>\\))?");

  /** A sign of several currencies, with nothing that is said around it. */
  private static final Pattern SEVERAL =
      Pattern.compile("(?<!\\p{L})(?:kr|(?<!\\p{L} )pesos?)(?!\\p{L})", Pattern.CASE_INSENSITIVE);

  /** Languages of one country with crowns each. */
  private static final Set<String> NORDIC = Set.of("da", "is", "nb", "nn", "no", "sv");

  private SumText() {}

  /**
   * A sum.
   *
   * @param value below 0 where the cell says so
   * @param currency ISO code; absent if the cell names none
   */
  public record Sum(BigDecimal value, Optional<String> currency) {}

  /** Reads a cell of which no currency is known. */
  public static Optional<Sum> parse(String cell, boolean decimalComma) {
    return parse(cell, decimalComma, Optional.empty());
  }

  /**
   * Reads "£2.67", "CA$10.00", "$2.50 CAD", "1.234,50 €", "12.5", "+1.25", "(3.00)", "20.-",
   * "5.--", "Rs. 500/-"; absent if the cell holds anything else, a number whose marks stand where
   * none may, two currencies that contradict each other, or a sign of several without a code ("1
   * kr").
   *
   * @param decimalComma whether a comma parts the decimals; only "1,234" and "1.234" hang on it
   * @param known code that stands beside the cell, in its column's name or another field: it says
   *     which dollar "$" is, and does not change what the cell names otherwise
   */
  public static Optional<Sum> parse(String cell, boolean decimalComma, Optional<String> known) {
    if (cell.length() > 2 * MAX_LENGTH) return Optional.empty();
    String text = Glyphs.plain(cell).strip();
    if (text.length() > MAX_LENGTH) return Optional.empty();
    Matcher found = SUM.matcher(text);
    if (!found.matches() || isHalfBracketed(found)) return Optional.empty();
    PayText.Context context =
        new PayText.Context(decimalComma ? COMMA : Locale.US, known, Optional.empty());
    Optional<String> currency = Currencies.agreed(found.group("pre"), found.group("post"), context);
    if (currency.isEmpty() && hasSign(found)) return Optional.empty();
    boolean whole = currency.or(() -> known).filter(Currencies::isWithoutCents).isPresent();
    String digits = digits(found);
    boolean comma = whole ? digits.indexOf('.') >= 0 : decimalComma;
    return NumberText.whole(digits, comma)
        .map(number -> isMinor(found) ? number.movePointLeft(2) : number)
        .map(number -> isNegative(found) ? number.negate() : number)
        .map(number -> new Sum(number, currency));
  }

  /**
   * The codes of which the sign of a sum may mean each, while nothing says which, in their order;
   * empty if the cell leaves nothing open or holds no sum.
   */
  public static List<String> open(String cell, Optional<String> known) {
    if (cell.length() > MAX_LENGTH) return List.of();
    Matcher found = SUM.matcher(Glyphs.plain(cell).strip());
    if (!found.matches()) return List.of();
    PayText.Context context = new PayText.Context(Locale.US, known, Optional.empty());
    return Stream.of("pre", "post")
        .flatMap(side -> Currencies.open(found.group(side), context).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The same for words around a sum, such as "5 kr per task", on a page in some language, whose
   * country's currency is the usual one; empty too where the words name one of the codes.
   */
  public static List<String> openWithin(String words, Locale locale) {
    Matcher sign = SEVERAL.matcher(words);
    if (!sign.find() || NORDIC.contains(locale.getLanguage())) return List.of();
    Set<String> open = Currencies.open(sign.group(), PayText.Context.of(locale));
    boolean named = open.stream().anyMatch(words.toUpperCase(Locale.ROOT)::contains);
    return named ? List.of() : open.stream().sorted().toList();
  }

  /** Whether the whole text is a sum below nought, which is paid to nobody. */
  static boolean isNegative(String text) {
    return text.length() <= MAX_LENGTH
        && MINUSES.matcher(text).find()
        && parse(text, false).filter(sum -> sum.value().signum() < 0).isPresent();
  }

  /**
   * The ISO code of a currency that a cell, a column's name or a field tells: "EUR (€)", "US Dollar
   * - USD", "Euro", "A$"; absent if it names none or several. A word that is no name of a currency
   * never becomes a code.
   */
  public static Optional<String> currency(String text) {
    return text.length() > MAX_LENGTH ? Optional.empty() : CurrencyNames.code(text.strip());
  }

  /** Whether nobody pays hundredths of a currency, so that a mark before three digits groups. */
  public static boolean isWithoutCents(String code) {
    return Currencies.isWithoutCents(code);
  }

  private static String digits(Matcher found) {
    String number = found.group("number").strip();
    boolean noCents = found.group("behind") != null && number.matches(".*[.,]");
    return noCents ? number.substring(0, number.length() - 1) : number;
  }

  private static boolean isHalfBracketed(Matcher found) {
    return (found.group("open") == null) != (found.group("close") == null);
  }

  private static boolean hasSign(Matcher found) {
    return found.group("pre") != null || found.group("post") != null;
  }

  private static boolean isMinor(Matcher found) {
    String sign = found.group("post");
    return sign != null && Currencies.isMinor(sign);
  }

  private static boolean isNegative(Matcher found) {
    boolean noCents = found.group("number").strip().matches(".*[.,]");
    return found.group("open") != null
        || isMinus(found.group("lead"))
        || isMinus(found.group("inner"))
        || (found.group("behind") != null && !noCents)
        || found.group("last") != null;
  }

  private static boolean isMinus(String sign) {
    return sign != null && !sign.equals("+");
  }
}
