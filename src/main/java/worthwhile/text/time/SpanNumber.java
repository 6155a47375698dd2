package worthwhile.text.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers before units of time: "1.5", "1 1/2", "¾", "half an", "two and a half", "anderthalb". */
final class SpanNumber {
  private static final String PARTS = "(?:1/[2-8]|2/3|3/4)(?![\\d/])|[½¼¾⅓⅔⅛]";

  /** In digits. */
  static final String DIGITS =
      "\\d{1,2}\\sand\\sa\\s(?:half|quarter)|3[\\s-]quarters(?:\\sof\\san?)?|\\d{1,2}(?:\\s?-\\s?|\\s(?:and\\s)?)?(?:"
          + PARTS
          + ")|"
          + PARTS
          + "|\\d{1,5}(?:[.,]\\d{1,3})?|[.,]\\d{1,3}";

  /** "a" and "an", which also stand in "once a day". */
  static final String ARTICLE = "an?(?:\\s(?:full|whole|good|solid))?|eine[rn]?|une?|una?";

  private static final String CARDINAL =
      "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty(?:[ -]five)?|thirty"
          + "|forty(?:[ -]five)?|fifty|sixty|ninety|zwei|drei|vier|fünf|sechs|zehn|fünfzehn|zwanzig|dreißig"
          + "|deux|trois|quatre|cinq|dix|quinze|vingt|trente|dos|tres|cuatro|cinco|diez|quince|veinte|treinta";

  private static final String FRACTION =
      "(?:an?\\s)?half(?:\\san?)?|(?:an?\\s)?quarter(?:\\sof\\san?)?|three[\\s-]quarters?(?:\\sof\\san?)?"
          + "|(?:eine[rn]?\\s)?halbe[nr]?|anderthalb|eineinhalb|zweieinhalb|(?:une\\s)?demi|(?:una\\s)?media"
          + "|(?:uma\\s)?meia|mezza|anderhalf|pół|półtorej|полтора|полторы";

  /** Joined to their unit without a blank. */
  private static final String GLUED =
      "(?:eine[rn]?\\s)?(?:drei)?viertel(?=stunden?)|пол(?=часа)|(?:un\\s)?quart\\sd['’]|mezz['’]";

  /** In words that may stand in a range or count sessions. */
  static final String WORDS =
      "(?:(?:"
          + CARDINAL
          + ")\\sand\\s(?:a\\shalf|a\\squarter|three\\squarters))|"
          + FRACTION
          + "|"
          + CARDINAL;

  /** In words, with what parts them from the unit. */
  static final String WORDS_APART =
      "(?<word>"
          + WORDS
          + "|(?<article>"
          + ARTICLE
          + "))[\\s\\-–]{1,3}(?=\\p{L}{2}|[^\\x00-\\x7F])"
          + "|(?<glued>"
          + GLUED
          + ")";

  private static final Map<String, BigDecimal> VALUES = new HashMap<>();

  static {
    put(
        "0.5", "half", "halbe", "halben", "halber", "demi", "media", "meia", "mezza", "mezz'",
        "pół", "пол");
    put("0.25", "quarter", "viertel", "quart");
    put("0.75", "three quarters", "3 quarters", "three quarter", "dreiviertel");
    put("1.5", "anderthalb", "eineinhalb", "anderhalf", "półtorej", "полтора", "полторы");
    put("2.5", "zweieinhalb");
    put("2", "two", "zwei", "deux", "dos");
    put("3", "three", "drei", "trois", "tres");
    put("4", "four", "vier", "quatre", "cuatro");
    put("5", "five", "fünf", "cinq", "cinco");
    put("6", "six", "sechs");
    put("7", "seven");
    put("8", "eight");
    put("9", "nine");
    put("10", "ten", "zehn", "dix", "diez");
    put("11", "eleven");
    put("12", "twelve");
    put("15", "fifteen", "fünfzehn", "quinze", "quince");
    put("20", "twenty", "zwanzig", "vingt", "veinte");
    put("25", "twenty five");
    put("30", "thirty", "dreißig", "trente", "treinta");
    put("40", "forty");
    put("45", "forty five");
    put("50", "fifty");
    put("60", "sixty");
    put("90", "ninety");
    put("0.5", "½");
    put("0.25", "¼");
    put("0.75", "¾");
    put("0.125", "⅛");
    put("0.3333", "⅓");
    put("0.6667", "⅔");
  }

  /** Words with which numbers begin. */
  private static final Set<String> FIRST = new HashSet<>();

  static {
    for (String word : VALUES.keySet()) FIRST.add(word.split("[ ']")[0]);
    FIRST.addAll(List.of("a", "an", "one", "eine", "einer", "einen", "un", "une", "una", "uma"));
    FIRST.addAll(List.of("viertelstunde", "viertelstunden", "dreiviertelstunde", "полчаса"));
  }

  private static final int LONGEST = 17;

  /** By their first letter, if it is a plain one: how long such words are, one bit each. */
  private static final int[] LENGTHS = new int[128];

  static {
    for (String word : FIRST) {
      char first = word.charAt(0);
      if (first < LENGTHS.length) LENGTHS[first] |= 1 << word.length();
    }
  }

  private static final Pattern FIGURES = Pattern.compile("[\\d.,]+");
  private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
  private static final Pattern MIXED =
      Pattern.compile(
          "(?<whole>\\d+)?(?:\\s?-\\s?|\\s(?:and\\s)?)?(?:(?<top>\\d)/(?<below>\\d)|(?<sign>[½¼¾⅓⅔⅛]))");
  private static final Pattern ARTICLES =
      Pattern.compile("^(?:" + ARTICLE + "|uma)\\s(?=\\p{L})|\\s(?:of\\s)?an?$|\\sd['’]$");

  private SpanNumber() {}

  /** Whether the word that stands here can begin a number. */
  static boolean isWordAt(String text, int at) {
    int end = at;
    while (end < text.length() && end - at <= LONGEST && Character.isLetter(text.charAt(end)))
      end++;
    return mayBeFirst(text.charAt(at), end - at)
        && FIRST.contains(text.substring(at, end).toLowerCase(Locale.ROOT));
  }

  private static boolean mayBeFirst(char letter, int length) {
    char small = Character.toLowerCase(letter);
    return length > 0 && (small >= LENGTHS.length || (LENGTHS[small] & 1 << length) != 0);
  }

  private static void put(String value, String... words) {
    for (String word : words) VALUES.put(word, new BigDecimal(value));
  }

  /** The value of what one of the patterns here has found. */
  static BigDecimal of(String text) {
    Matcher mixed = MIXED.matcher(text);
    if (mixed.matches()) return mixed(mixed);
    String word = BETWEEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").replace('’', '\'');
    int and = word.indexOf(" and ");
    return and < 0 ? word(word) : word(word.substring(0, and)).add(word(word.substring(and + 5)));
  }

  private static BigDecimal mixed(Matcher found) {
    BigDecimal whole =
        found.group("whole") == null ? BigDecimal.ZERO : new BigDecimal(found.group("whole"));
    if (found.group("sign") != null) return whole.add(VALUES.get(found.group("sign")));
    BigDecimal below = new BigDecimal(found.group("below"));
    return whole.add(new BigDecimal(found.group("top")).divide(below, 4, RoundingMode.HALF_UP));
  }

  private static BigDecimal word(String word) {
    if (FIGURES.matcher(word).matches()) return new BigDecimal("0" + word.replace(',', '.'));
    return VALUES.getOrDefault(ARTICLES.matcher(word).replaceAll(""), BigDecimal.ONE);
  }
}
