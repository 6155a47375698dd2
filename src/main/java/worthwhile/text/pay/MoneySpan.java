package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.text.NumberText;
import worthwhile.text.word.Sought;

/**
 * A sum or a range of sums in a text, whatever it is for.
 *
 * @param sign true if the text names the currency; false for a bare number
 * @param large true for millions and billions
 * @param yearly true if the sum itself says that it is for a year ("5 LPA")
 * @param faint true if the currency is one letter, which alone says too little
 * @param whole true for a number that is not written as sums of money are: with two decimals, or
 *     cents alone
 */
record MoneySpan(
    int start,
    int end,
    BigDecimal min,
    BigDecimal max,
    String currency,
    boolean sign,
    boolean inferred,
    boolean large,
    boolean yearly,
    boolean faint,
    boolean whole) {
  /** A text with more sums than this is a price list; its first ones are enough. */
  static final int MOST = 300;

  /** Characters that a sum may have before its first digit: "U.S. $ ~." has nine. */
  private static final int WIDEST_SIGN = 12;

  private static final String SUM =
      "(?:(?<pre%1$s>"
          + Currencies.BEFORE
          + ")[ \\u00A0]?~?|(?<![[\\p{L}&&[^\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}]]\\p{N}#_@])(?<!\\d[.,:]))(?<num%1$s>"
          + NumberText.NUMBER
          + ")(?<dash%1$s>,[-–]+|\\.[-–—]+(?!\\d)|/[-–](?![\\d-]))?(?:[ \\u00A0]?(?<scale%1$s>"
          + Scale.WORDS
          + "))?(?:€(?<cents%1$s>\\d{2})(?!\\d|[.,:]\\d|%%|\\s?€)|[ \\u00A0]?(?<suf%1$s>"
          + Currencies.AFTER
          + "))?";

  private static final Sought SUMS =
      Sought.of(
          SUM.formatted("A")
              + "(?:\\+?\\s{0,2}(?<join>"
              + RangeWords.BETWEEN_ENDS
              + ")\\s{0,2}[<>~≤≥]?\\s?"
              + SUM.formatted("B")
              + ")?",
          0);

  /** What makes a second bare number something else than the end of a range. */
  private static final Sought NO_RANGE =
      Sought.of(
          "\\s?(?:(?:-|–|~|to)\\s?\\d+(?:\\.\\d+)?\\s?(?:mi+n|sec|m\\b|s\\b|hr|hour)|%|:\\d|\\+?\\s?(?:-|–)?\\s?(?:mi+n|sec|m(?:\\b|\\d)|s\\b|h\\b|hrs?\\b|hours?\\b|hits?\\b|left\\b|questions?|items?|pictures?|images?|participants?|people|st\\b|nd\\b|rd\\b|th\\b|x\\b))|\\s(?:hours|hrs|days|weeks|months|years)",
          Pattern.CASE_INSENSITIVE);

  /** Two decimals, or cents alone. */
  private static final Pattern AS_MONEY = Pattern.compile("(?:\\d.*)?[.,]\\d{2}|[.,]\\d");

  private static final Pattern DECIMALS = Pattern.compile(".*[.,]\\d{1,2}");

  private static final Pattern NO_NUMBER = Pattern.compile("\\D");
  private static final Pattern NO_DIGIT = Pattern.compile("[^\\d.]");
  private static final Pattern POINT_BEFORE_LAST = Pattern.compile("\\.(?=.*\\.)");

  private static final Set<String> TRADE =
      Set.of("PHP", "CAD", "MAD", "COP", "PEN", "SAR", "RON", "TRY", "BOB");

  private static final Sought PER_UNIT =
      Sought.of(
          "\\s?(?:/\\s?(?:h|hr|hour|day|week|task|hit|image|word|article|video|project)\\b|per\\s|an?\\s(?:hour|day|week|month)|hourly\\b|each\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Sought AMOUNT_ENDS =
      Sought.of(
          "\\s?(?:$|[,;/|)+–-]|\\.(?!\\d)|per\\b|an?\\b|each\\b|hourly|daily|weekly|monthly|yearly|annual|p/|ph\\b|to\\b|for\\b|plus\\b|and\\b|or\\b|p\\.)",
          Pattern.CASE_INSENSITIVE);

  private static final Sought NO_MONEY =
      Sought.of("\\s?(?:%|\\(k\\)|:\\d|/\\d{1,2}/\\d)", Pattern.CASE_INSENSITIVE);

  private static final Pattern JOINED_CLOSELY =
      Pattern.compile("[\\dk千万萬円元](?:[-–—~](?=\\S)| to | bis | à )");

  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}#]+\\.?)\\s?$");

  private static final Pattern NO_NAME =
      Sought.pattern(
          "pay|pays|paid|paying|rate|from|between|salary|budget|reward|earn|earning|make|get|receive|is|of|to|at|about|around|approx\\.?|ca\\.?|von|de|entre|between|offer|offering|offers|\\p{L}{4,}\\.",
          Pattern.CASE_INSENSITIVE);

  /** "3,00,000": so numbers are grouped where money is counted in lakhs. */
  private static final Pattern INDIAN =
      Pattern.compile("\\d{1,2}(?:,\\d{2}){1,6},\\d{3}(?:\\.\\d{1,2})?");

  /** The one shape that can be thousands as well as thousandths. */
  private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

  /** Every sum in the text, bare numbers too where the context has a currency for them. */
  static List<MoneySpan> all(String text, PayText.Context context) {
    List<MoneySpan> all = new ArrayList<>();
    if (digit(text, 0) == text.length()) return List.of();
    Matcher found =
        SUMS.pattern().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int from = 0;
    while (all.size() < MOST && find(found, text, from)) {
      Optional<MoneySpan> money = read(found, text, context);
      money.ifPresent(all::add);
      from = money.map(MoneySpan::end).orElse(Math.max(found.end("numA"), found.start() + 1));
    }
    return all;
  }

  /**
   * Whether a sum begins at a place or later: what {@link Matcher#find(int)} finds, but only looked
   * for before digits, since most of a text has none.
   */
  private static boolean find(Matcher sums, String text, int from) {
    int start = from;
    for (int digit = digit(text, start); digit < text.length(); digit = digit(text, start)) {
      for (int at = Math.max(start, digit - WIDEST_SIGN); at <= digit; at++)
        if (SUMS.mayBegin(text, at) && sums.region(at, text.length()).lookingAt()) return true;
      start = digit + 1;
    }
    return false;
  }

  private static int digit(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) < '0' || text.charAt(at) > '9')) at++;
    return at;
  }

  /** From the low end of this to the high end of a later one. */
  MoneySpan upTo(MoneySpan last) {
    return upTo(last.max, last.end);
  }

  /** From the low end of this to a higher sum that ends there. */
  MoneySpan upTo(BigDecimal most, int last) {
    return new MoneySpan(
        start, last, min, most, currency, sign, inferred, large, yearly, faint, whole);
  }

  private static Optional<MoneySpan> read(Matcher found, String text, PayText.Context context) {
    boolean range = isRange(found, text);
    int end = range ? found.end() : endOfFirst(found);
    if (NO_MONEY.isAt(text, end)) return Optional.empty();
    String sign = sign(found, range);
    if (isWord(found, sign, range, end, text)) return Optional.empty();
    if (Scale.isUnknownAt(text, end)) return Optional.empty();
    Optional<Currencies.Meant> known = meant(sign, found, text, end, context);
    if (known.isEmpty()) return Optional.empty();
    Currencies.Meant meant = known.get();
    String scale = found.group(range && found.group("scaleA") == null ? "scaleB" : "scaleA");
    if (Scale.isUnclear(scale, meant.code(), sign)) return Optional.empty();
    if (isOfUnknownPesos(found, meant.code(), text, end)) return Optional.empty();
    boolean english = isEnglish(found, sign == null, text, end, context);
    BigDecimal low = value(found, "A", english, sign == null, meant.code(), context);
    if (isFaintMinor(sign) && low.compareTo(BigDecimal.ONE) >= 0) return Optional.empty();
    if (!range) return money(found, range, end, low, low, sign, meant);
    BigDecimal high = value(found, "B", english, sign == null, meant.code(), context);
    BigDecimal lifted = lifted(found, low, high);
    return money(found, range, end, lifted.min(high), high.max(lifted), sign, meant);
  }

  /** "$12.000 mensuales": twelve thousand of a peso, and nothing says which. */
  private static boolean isOfUnknownPesos(Matcher found, String code, String text, int end) {
    return code.equals("USD")
        && "$".equals(found.group("preA"))
        && found.group("sufA") == null
        && found.group("sufB") == null
        && isPointed(found)
        && UnitLanguage.isSpanish(text, end);
  }

  /** Whether a point before three digits parts the decimals, as behind a sign in English. */
  private static boolean isEnglish(
      Matcher found, boolean bare, String text, int end, PayText.Context context) {
    if (isPointed(found) && UnitLanguage.isGroupedByPoint(text, end)) return false;
    return bare ? NumberText.isPointDecimal(context.locale()) : found.group("preA") != null;
  }

  private static boolean isPointed(Matcher found) {
    String number = found.group("numA");
    return number.indexOf('.') == number.length() - 4 && EITHER.matcher(number).matches();
  }

  /** Nobody states "127p" or "1080p" as pay. */
  private static boolean isFaintMinor(@Nullable String sign) {
    return sign != null && Currencies.isFaint(sign) && Currencies.isMinor(sign);
  }

  /** "PHP 8.1", "3 CAD drawings", "CAD 3D": codes that are also words of the trade. */
  private static boolean isWord(
      Matcher found, @Nullable String sign, boolean range, int end, String text) {
    boolean letters = sign == null || Character.isLetter(sign.charAt(sign.length() - 1));
    boolean glued = end < text.length() && Character.isLetter(text.charAt(end));
    if (letters && glued && found.end("numA") == end) return true;
    if (sign == null || !TRADE.contains(sign)) return false;
    String number = found.group(range ? "numB" : "numA");
    boolean sum = number.matches(".*[.,]\\d\\d|\\d\\d.*|.*[.,]\\d{3}.*");
    if (PER_UNIT.isAt(text, end) || PayUnit.after(text, end).isPresent()) return false;
    return !sum || !AMOUNT_ENDS.isAt(text, end);
  }

  /** What its sign means; without one what its scale or the context tells. */
  private static Optional<Currencies.Meant> meant(
      @Nullable String sign, Matcher found, String text, int end, PayText.Context context) {
    if (sign != null) return Optional.of(Currencies.meant(sign, text, end, context));
    return Scale.currency(found.group("scaleA"))
        .or(() -> Scale.currency(found.group("scaleB")))
        .or(() -> indian(found, context))
        .or(context::currency)
        .map(code -> new Currencies.Meant(code, true));
  }

  /** Rupees, where prose groups a number as only India does; a field's source says what it is. */
  private static Optional<String> indian(Matcher found, PayText.Context context) {
    boolean is = !context.field() && INDIAN.matcher(found.group("numA")).matches();
    return is ? Optional.of("INR") : Optional.empty();
  }

  private static boolean isWhole(Matcher found) {
    return !AS_MONEY.matcher(found.group("numA")).matches();
  }

  private static boolean isYearly(Matcher found) {
    return "LPA".equals(found.group("scaleA")) || "LPA".equals(found.group("scaleB"));
  }

  private static Optional<MoneySpan> money(
      Matcher found,
      boolean range,
      int end,
      BigDecimal min,
      BigDecimal max,
      @Nullable String sign,
      Currencies.Meant meant) {
    if (min.signum() <= 0) return Optional.empty();
    boolean large =
        Scale.isLarge(found.group("scaleA")) || (range && Scale.isLarge(found.group("scaleB")));
    return Optional.of(
        new MoneySpan(
            found.start(),
            end,
            min,
            max,
            meant.code(),
            sign != null
                || Scale.isMoney(found.group("scaleA"))
                || (range && Scale.isMoney(found.group("scaleB"))),
            meant.inferred(),
            large,
            isYearly(found),
            sign != null && Currencies.isFaint(sign),
            isWhole(found)));
  }

  private static int endOfFirst(Matcher found) {
    int sign = Math.max(found.end("sufA"), found.end("centsA"));
    if (sign >= 0) return sign;
    if (found.end("scaleA") >= 0) return found.end("scaleA");
    return Math.max(found.end("numA"), found.end("dashA"));
  }

  /** "$15 - 20" is a range, "$.50 - 5 minutes" and "$20 - 95%" are not. */
  private static boolean isRange(Matcher found, String text) {
    if (found.group("numB") == null) return false;
    boolean bare = !hasSign(found, "B");
    String word = found.group("join");
    if (RangeWords.isAnd(word) && !RangeWords.isBetween(text, found.start())) return false;
    if ("to".equals(word) && FormerPay.isChange(text, found.start())) return false;
    if (!RangeWords.isPlain(word)) return isWordedRange(found, text, word);
    if (!bare) return isSigned(found, text);
    if ("m".equals(found.group("scaleB")) && found.group("scaleA") == null) return false; // minutes
    if (NO_RANGE.isAt(text, found.end())) return false;
    boolean nameless = found.group("preA") != null || found.group("scaleA") != null;
    if (!nameless && isApart(found) && isInAName(found, text)) return false;
    BigDecimal low = new BigDecimal(digits(found.group("numA")));
    BigDecimal high = new BigDecimal(digits(found.group("numB")));
    return found.group("scaleA") != null
        || found.group("scaleB") != null
        || (high.compareTo(low.multiply(BigDecimal.valueOf(40))) < 0 && low.compareTo(high) < 0);
  }

  /** "De 12 a 15 €", "$10 through $15"; "pago de 5 € a 10 personas" is none. */
  private static boolean isWordedRange(Matcher found, String text, String word) {
    boolean signedA = hasSign(found, "A");
    boolean signedB = hasSign(found, "B");
    if (!isRising(found) || (!signedB && NO_RANGE.isAt(text, found.end()))) return false;
    if (!signedB && !"~".equals(word) && PayUnit.after(text, found.end()).isEmpty()) return false;
    if (RangeWords.isFrom(text, found.start())) return true;
    boolean tight = !isApart(found);
    if (!signedB) return signedA && tight;
    return signedA || tight || (!RangeWords.isWeak(word) && !isInAName(found, text));
  }

  private static boolean hasSign(Matcher found, String which) {
    return found.group("pre" + which) != null
        || found.group("cents" + which) != null
        || found.group("suf" + which) != null;
  }

  /** Whether the second number is greater, as it stands there or with its point as a mark. */
  private static boolean isRising(Matcher found) {
    return size(found, "A").compareTo(size(found, "B")) < 0
        || grouped(found, "A").compareTo(grouped(found, "B")) < 0;
  }

  private static BigDecimal grouped(Matcher found, String which) {
    String number = found.group("num" + which);
    return EITHER.matcher(number).matches()
        ? Scale.of(new BigDecimal(number.replaceAll("[.,]", "")), found.group("scale" + which))
        : size(found, which);
  }

  /** "SLS-1 - $.08" and "Lab 7 - 75 cents" are no ranges, "$5-$10", "15-$20", "10 to $20" are. */
  private static boolean isSigned(Matcher found, String text) {
    if (hasSign(found, "A")) return true;
    boolean rising = size(found, "A").compareTo(size(found, "B")) < 0;
    if (found.group("preB") != null) return rising && !isApart(found);
    return !isApart(found) || (rising && !isInAName(found, text));
  }

  private static boolean isApart(Matcher found) {
    return !JOINED_CLOSELY.matcher(found.group()).find();
  }

  /**
   * A word before a number makes it a part of a name, unless it speaks of pay or ends a sentence.
   */
  private static boolean isInAName(Matcher found, String text) {
    String before = text.substring(Math.max(0, found.start() - 16), found.start());
    Matcher word = LAST_WORD.matcher(before);
    return word.find() && !NO_NAME.matcher(word.group(1)).matches();
  }

  private static BigDecimal size(Matcher found, String which) {
    BigDecimal number = new BigDecimal(digits(found.group("num" + which)));
    return Scale.of(number, found.group("scale" + which));
  }

  private static String digits(String number) {
    String plain =
        POINT_BEFORE_LAST.matcher(NO_DIGIT.matcher(number).replaceAll("")).replaceAll("");
    return plain.startsWith(".") ? "0" + plain : plain;
  }

  private static @Nullable String sign(Matcher found, boolean range) {
    if (found.group("centsA") != null || (range && found.group("centsB") != null)) return "€";
    for (String group : new String[] {"sufA", "preA", "sufB", "preB"}) {
      if (group.endsWith("B") && !range) break;
      String sign = found.group(group);
      boolean vague = "$".equals(sign) && moreExact(found, range);
      boolean added = isFaintMinor(sign) && group.startsWith("suf") && hasSignBefore(found);
      if (sign != null && !vague && !added) return sign;
    }
    return found.group("preA") != null ? found.group("preA") : null;
  }

  private static boolean hasSignBefore(Matcher found) {
    return found.group("preA") != null;
  }

  /** "$150 - 210K USD", "$20 CAD", "$200 pesos": the code says which dollar. */
  private static boolean moreExact(Matcher found, boolean range) {
    String last = range ? found.group("sufB") : found.group("sufA");
    return last != null && (last.length() == 3 || last.toLowerCase(Locale.ROOT).startsWith("peso"));
  }

  private static BigDecimal value(
      Matcher found,
      String which,
      boolean english,
      boolean bare,
      String code,
      PayText.Context context) {
    String number = found.group("num" + which);
    if (!bare && isGrouped(number, code)) number = NO_NUMBER.matcher(number).replaceAll("");
    BigDecimal value = NumberText.value(number, context.locale(), english);
    String cents = found.group("cents" + which);
    if (cents != null) return value.add(new BigDecimal(cents).movePointLeft(2));
    String suffix = found.group("suf" + which);
    if (suffix == null && which.equals("A") && found.group("preA") == null)
      suffix = found.group("sufB");
    boolean minor = suffix != null && Currencies.isMinor(suffix);
    if (minor && !(hasSignBefore(found) && DECIMALS.matcher(number).matches())) // "$.25c"
    value = value.movePointLeft(2);
    return Scale.of(value, found.group("scale" + which));
  }

  /** "IDR 50.000" and "$4.500 ARS" are thousands, "$1.250" is a dollar and a quarter. */
  static boolean isGrouped(String number, String code) {
    if (!EITHER.matcher(number).matches()) return false;
    return Currencies.isWithoutCents(code)
        || (number.indexOf('.') > 0 && Currencies.isGroupedByPoint(code));
  }

  /** "$150 - 210K" means thousands twice, "$500 - $1k" does not. */
  private static BigDecimal lifted(Matcher found, BigDecimal low, BigDecimal high) {
    String scale = found.group("scaleB");
    if (scale == null || found.group("scaleA") != null) return low;
    BigDecimal lifted = Scale.of(low, scale);
    return lifted.compareTo(high) <= 0 ? lifted : low;
  }
}
