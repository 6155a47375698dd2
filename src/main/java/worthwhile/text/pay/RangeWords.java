package worthwhile.text.pay;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import worthwhile.text.word.Sought;

/** Words of many languages between the ends of a range: "de 12 a 15 €", "zwischen 12 und 15 €". */
final class RangeWords {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** So far before a sum the word stands that begins a range. */
  private static final int REACH = 12;

  /** They say "to" and hardly anything else. */
  private static final Set<String> STRONG =
      Set.of(
          "through", "thru", "hasta", "até", "tot", "till", "til", "sampai", "hingga", "s/d", "ila",
          "đến", "tới", "до", "到", "至", "~", "/");

  /** "And", which joins the ends of a range only behind "between". */
  private static final Set<String> AND =
      Set.of("and", "y", "e", "et", "und", "en", "i", "og", "och", "и", "dan", "và");

  private static final String SPACED =
      "(?<=\\s)(?:through|thru|hasta|até|tot|till?|sampai|hingga|s/d|ila|đến|tới|до|do|a|y|e|et|und|en|i|og|och|и|dan|và)(?=\\s)";

  /** What may stand between two ends. */
  static final String BETWEEN_ENDS =
      "(?:-|–|—|―|‒|−|~|to|bis|à|and|" + SPACED + "|[到至]|/(?=[$€£₹]))";

  private static final Pattern ONLY = Pattern.compile("\\.?\\s?" + BETWEEN_ENDS + "\\s?", CASELESS);

  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?<!\\p{L})(?:between|entre|zwischen|tussen|między|между|tra|fra|mellem|mellom|mellan|antara|giữa)\\s?[~≈]?$",
          CASELESS);

  private static final Pattern FROM =
      Pattern.compile(
          "(?<!\\p{L})(?:from|de|da|dal|dai|del|desde|von|ab|van|vanaf|od|от|с|dari|từ|från|fra|从)\\s?[~≈]?$",
          CASELESS);

  /** "De 15 a ": a number alone and a word behind which its range would go on. */
  private static final Sought CUT_OFF =
      Sought.caseless(
          "\\d\\s?[€£$₹zł]{0,2}\\s(?:a|do|hasta|até|tot|sampai|hingga|đến|до)\\s$|\\d\\s?[元円]?\\s?[到至]\\s?$");

  private RangeWords() {}

  /** "And" in some language. */
  static boolean isAnd(String word) {
    return AND.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether it takes more than two sums beside it to make a range of them. */
  static boolean isWeak(String word) {
    return !STRONG.contains(word.toLowerCase(Locale.ROOT));
  }

  /** What joins two numbers without further signs, in English and where it is written alike. */
  static boolean isPlain(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "-", "–", "—", "―", "‒", "−", "to", "bis", "à", "and" -> true;
      default -> false;
    };
  }

  /** Whether "between" stands right before a sum that starts here. */
  static boolean isBetween(String text, int start) {
    return BETWEEN.matcher(text.substring(Math.max(0, start - REACH), start)).find();
  }

  /** Whether "from" or "between" stands right before a sum that starts here. */
  static boolean isFrom(String text, int start) {
    return isBetween(text, start)
        || FROM.matcher(text.substring(Math.max(0, start - REACH), start)).find();
  }

  /** Whether the text between two sums joins them, the first of which starts here. */
  static boolean isOnly(String between, String text, int start) {
    if (between.length() > REACH || !ONLY.matcher(between).matches()) return false;
    return !isAnd(between.strip()) || isBetween(text, start);
  }

  /** Whether a sum that starts here is the end of a range whose beginning is not understood. */
  static boolean isCutOff(String text, int start) {
    if (start < 2) return false;
    char last = text.charAt(start - 1);
    boolean word = Character.isLetter(last == ' ' ? text.charAt(start - 2) : last);
    return word && CUT_OFF.isIn(text.substring(Math.max(0, start - REACH), start));
  }
}
