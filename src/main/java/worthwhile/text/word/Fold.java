package worthwhile.text.word;

import java.util.regex.Pattern;

/** Characters that a pattern without regard to case holds for the same. */
final class Fold {
  private static final int ASCII = 128;
  private static final char[] PLAIN = new char[ASCII];

  /** ASCII letters that are held for the same as one beyond: "k" and the sign for kelvin. */
  static final String BEYOND = "iks";

  static {
    for (char c = 0; c < ASCII; c++) PLAIN[c] = slowly(c);
  }

  private Fold() {}

  /**
   * What stands for a character and all that {@link Pattern#UNICODE_CASE} holds for the same: the
   * small letter of its capital.
   */
  static char of(char c) {
    return c < ASCII ? PLAIN[c] : slowly(c);
  }

  private static char slowly(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
