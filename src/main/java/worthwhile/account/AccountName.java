package worthwhile.account;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A name that an account may have.
 *
 * @param text as shown
 * @param key what names are compared by: two names that look alike have the same
 */
public record AccountName(String text, String key) {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;

  /** Scripts that are written together in one word; others are mixed only to deceive. */
  private static final Set<Set<UnicodeScript>> TOGETHER =
      Set.of(
          EnumSet.of(
              UnicodeScript.HAN,
              UnicodeScript.HIRAGANA,
              UnicodeScript.KATAKANA,
              UnicodeScript.LATIN),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.LATIN),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO, UnicodeScript.LATIN));

  /** Letters of other scripts, and digits, that look like Latin letters. */
  private static final Map<Integer, Integer> ALIKE = alike();

  /** Names that would pass for the instance itself, as they are compared. */
  private static final Set<String> RESERVED =
      TableFile.lines("reserved-names.txt").stream()
          .map(AccountName::keyOf)
          .collect(Collectors.toSet());

  /** What a typed name is. */
  public sealed interface Checked {
    record Fine(AccountName name) implements Checked {}

    /**
     * @param reason what is wrong and how to mend it
     */
    record Refused(String reason) implements Checked {}
  }

  private static Map<Integer, Integer> alike() {
    Map<Integer, Integer> alike = new HashMap<>();
    for (String line : TableFile.lines("lookalikes.txt"))
      line.codePoints()
          .skip(1)
          .filter(point -> point != ' ')
          .forEach(point -> alike.put(point, line.codePointAt(0)));
    return Map.copyOf(alike);
  }

  /** Reads a typed name. */
  public static Checked check(String typed) {
    String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST)
      return new Checked.Refused(
          "A name has from "
              + SHORTEST
              + " to "
              + LONGEST
              + " characters; this one has "
              + length
              + ".");
    int strange = text.codePoints().filter(point -> !isAllowed(point)).findFirst().orElse(-1);
    if (strange >= 0) return new Checked.Refused(strangeCharacter(strange));
    if (!text.matches("(?U)^[\\p{L}\\p{N}].*[\\p{L}\\p{M}\\p{N}]$")
        || text.matches(".*[ ._-]{2}.*"))
      return new Checked.Refused(
          "A name begins and ends with a letter or a digit, and has no two signs or spaces in a row.");
    if (mixesScripts(text))
      return new Checked.Refused(
          "This name mixes letters of alphabets that are not written together, so that it could be"
              + " taken for another one. Use letters of one alphabet.");
    String key = keyOf(text);
    if (RESERVED.contains(key)) return new Checked.Refused(NOT_FREE);
    return new Checked.Fine(new AccountName(text, key));
  }

  /** What is said of every name that cannot be had, whatever the reason. */
  public static final String NOT_FREE =
      "This name cannot be had here: it is taken, reserved, or looks too much like one that is."
          + " Choose another.";

  private static String strangeCharacter(int point) {
    String shown =
        Character.isLetterOrDigit(point) || Character.getType(point) == Character.OTHER_SYMBOL
            ? Character.toString(point) + " "
            : "";
    return "A name may hold letters, digits, single spaces and - _ . only, not "
        + shown
        + String.format(Locale.ROOT, "(U+%04X).", point);
  }

  private static boolean isAllowed(int point) {
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.OTHER_LETTER,
          Character.MODIFIER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER ->
          !isFiller(point);
      default -> point == ' ' || point == '-' || point == '_' || point == '.';
    };
  }

  /** Letters that show nothing. */
  private static boolean isFiller(int point) {
    return point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
  }

  private static boolean mixesScripts(String text) {
    Set<UnicodeScript> scripts =
        text.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
    scripts.removeAll(Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
    return scripts.size() > 1 && TOGETHER.stream().noneMatch(set -> set.containsAll(scripts));
  }

  /** What a typed name is compared by, whether or not it may be had. */
  public static String keyOf(String typed) {
    String folded = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    folded = folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    folded = Normalizer.normalize(folded, Normalizer.Form.NFKC);
    StringBuilder key = new StringBuilder(folded.length());
    folded
        .codePoints()
        .map(point -> ALIKE.getOrDefault(point, point))
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
