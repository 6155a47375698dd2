package worthwhile.warning.rule;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Characters as the plain small letters that they stand for: full-width, mathematical, circled and
 * accented ones. Signs that cannot be seen stand for nothing.
 */
final class PlainLetters {
  private static final Map<Integer, String> FOLDED = new ConcurrentHashMap<>();

  private static final int MOST_KEPT = 0x20000;

  /** From here on stand letters that may look like Latin ones. */
  private static final char BEYOND_LATIN = 0x250;

  private static final String[] ASCII = new String[0x80];

  static {
    for (char c = 0; c < ASCII.length; c++)
      ASCII[c] = Character.toString(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }

  /** Letters of other scripts that look like a Latin one, after Unicode's table. */
  private static final Map<Character, Character> LATIN = latin();

  private static final String LEET = "0o1i3e4a5s7t8b@a$s!i|l";

  private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Hant-Hans");

  private PlainLetters() {}

  /** What a character stands for; empty for one that cannot be seen. */
  static String of(int c) {
    if (c < 0x80) return ASCII[c];
    return c < MOST_KEPT ? FOLDED.computeIfAbsent(c, PlainLetters::folded) : folded(c);
  }

  /** A whole pattern in plain letters, without apostrophes. */
  static String of(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().filter(c -> !isApostrophe(c)).forEach(c -> plain.append(of(c)));
    return plain.toString();
  }

  /** Letters that no other language has: those with two marks or a dot below, "ơ" and "ư". */
  static boolean isVietnamese(int c) {
    return (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0;
  }

  static boolean isApostrophe(int c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x60 || c == 0xb4;
  }

  private static String folded(int c) {
    if (c >= 0x1F1E6 && c <= 0x1F1FF) return Character.toString('a' + c - 0x1F1E6);
    if (Characters.isIdeograph(c)) return simplified(c);
    if (c >= 0x1F150 && c <= 0x1F169) return Character.toString('a' + c - 0x1F150);
    if (c >= 0x1F170 && c <= 0x1F189) return Character.toString('a' + c - 0x1F170);
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
        .codePoints()
        .filter(PlainLetters::isKept)
        .map(PlainLetters::alike)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Traditional Chinese in the characters that the patterns are written in. */
  private static String simplified(int c) {
    String plain =
        SIMPLIFIED.transliterate(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    return switch (plain) {
      case "帐" -> "账";
      case "衝" -> "冲";
      case "傭" -> "佣";
      case "係" -> "系";
      default -> plain;
    };
  }

  private static boolean isKept(int c) {
    int type = Character.getType(c);
    boolean accent = c >= 0x300 && c <= 0x36f;
    boolean unseen = type == Character.FORMAT || c == 0x34f || c == 0x93c;
    return !accent && !unseen && !(c >= 0xfe00 && c <= 0xfe0f) && c < 0xe0000;
  }

  private static int alike(int c) {
    return switch (c) {
      case 0x901 -> 0x902; // the two signs of a nasal vowel are written for one another
      case 0x131 -> 'i';
      default -> Character.toLowerCase(c);
    };
  }

  /** A word in Latin letters where others stood in for them; the same word where none did. */
  static String latin(String word) {
    for (int i = 0; i < word.length(); i++)
      if (word.charAt(i) >= BEYOND_LATIN) return mapped(word, c -> LATIN.getOrDefault(c, c));
    return word;
  }

  /** A word with letters where figures and signs stood in for them; the same where none did. */
  static String withoutLeet(String word) {
    for (int i = 0; i < word.length(); i++)
      if (meant(word.charAt(i)) != word.charAt(i)) return mapped(word, PlainLetters::meant);
    return word;
  }

  /** Whether a small letter or sign may be meant for another one. */
  static boolean mayStandFor(char c) {
    return c >= BEYOND_LATIN || meant(c) != c;
  }

  private static char meant(char c) {
    if (c >= 'a' && c <= 'z') return c;
    int at = LEET.indexOf(c);
    return at >= 0 && at % 2 == 0 ? LEET.charAt(at + 1) : c;
  }

  /** Whether a sign stands in for a letter where it stands among letters. */
  static boolean standsIn(int c) {
    return c == '@' || c == '$' || c == '!' || c == '|';
  }

  @FunctionalInterface
  private interface Letter {
    char of(char c);
  }

  private static String mapped(String word, Letter letters) {
    char[] result = word.toCharArray();
    for (int i = 0; i < result.length; i++) result[i] = letters.of(result[i]);
    return new String(result);
  }

  private static Map<Character, Character> latin() {
    SpoofChecker checker = new SpoofChecker.Builder().build();
    Map<Character, Character> table = new HashMap<>();
    for (char c = BEYOND_LATIN; c < 0x590; c++) {
      if (!Character.isLetter(c)) continue;
      char small = Character.toLowerCase(c);
      String skeleton = checker.getSkeleton(Character.toString(c));
      if (skeleton.length() == 1 && isLatin(skeleton.charAt(0)))
        table.putIfAbsent(small, Character.toLowerCase(skeleton.charAt(0)));
    }
    return Map.copyOf(table);
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
