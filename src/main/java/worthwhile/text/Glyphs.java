package worthwhile.text;

/**
 * Digits, signs and blanks of many scripts as the plain ones, each in its own place, so that what
 * is found in the plain text can be cut out of the real one.
 */
public final class Glyphs {
  private Glyphs() {}

  /** As long as the text, character by character. */
  public static String plain(String text) {
    char[] plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) continue;
      char better = plain(c);
      if (better == c) continue;
      if (plain == null) plain = text.toCharArray();
      plain[i] = better;
    }
    return plain == null ? text : new String(plain);
  }

  private static char plain(char c) {
    if (Character.isDigit(c)) return (char) ('0' + Character.digit(c, 10));
    if (c >= '\uFF01' && c <= '\uFF5E') return (char) (c - 0xFEE0); // full width
    return switch (c) {
      case '\u066B' -> '.';
      case '\u066C' -> ',';
      case '\uFE69' -> '$';
      case '\uFFE1' -> '£';
      case '\uFFE5' -> '¥';
      case '\uFFE0' -> '¢';
      case '\uFFE6' -> '₩';
      case '\u2044', '\u2215' -> '/';
      case '\u2010', '\u2011', '\u2012', '\u2212' -> '-';
      case '\u301C', '\u223C' -> '~';
      case '\u2007', '\u2008', '\u2009', '\u200A', '\u2006', '\u2005', '\u2004' -> '\u202F';
      case '\u2002', '\u2003', '\u3000', '\u205F' -> ' ';
      default -> c;
    };
  }
}
