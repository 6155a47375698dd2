package worthwhile.warning.rule;

/** What characters do in a text. */
final class Characters {
  private static final int LONGEST_WORD = 60;

  private Characters() {}

  /** Whether a character is written without blanks between words. */
  static boolean isIdeograph(int c) {
    return c >= 0x3400 && Character.isIdeographic(c);
  }

  static boolean isWord(int c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || (type == Character.OTHER_SYMBOL && !PlainLetters.of(c).isEmpty() && isPlain(c));
  }

  /** Whether a sign such as a letter in a circle stands for a plain letter. */
  private static boolean isPlain(int c) {
    return PlainLetters.of(c).codePoints().allMatch(each -> each >= 'a' && each <= 'z');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isCurrency(int c) {
    return c == '$' || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  static boolean endsSentence(int c) {
    return switch (c) {
      case '.', '!', '?', '\n', 0x3002, 0xff01, 0xff1f, 0x964, ';' -> true;
      default -> false;
    };
  }

  /** Whether it parts what a sentence says: a comma, a colon or a dash, also the Chinese ones. */
  static boolean endsClause(int c) {
    return switch (c) {
      case ',', ':', 0x2013, 0x2014, 0x3001, 0xff0c, 0xff1a, 0x60c -> true;
      default -> false;
    };
  }

  static boolean isPercent(int c) {
    return c == '%' || c == 0xff05;
  }

  /** No more than so many characters of a text, up to a blank, and never half a character. */
  static String beginning(String text, int most) {
    if (text.length() <= most) return text;
    for (int end = most; end > 0 && most - end < LONGEST_WORD; end--)
      if (text.charAt(end) <= ' ') return text.substring(0, end);
    boolean half = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, half ? most - 1 : most);
  }

  /** With blanks around each ideograph. */
  static String apart(String text) {
    if (text.codePoints().noneMatch(Characters::isIdeograph)) return text;
    StringBuilder apart = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isIdeograph(c)) apart.append(' ').appendCodePoint(c).append(' ');
              else apart.appendCodePoint(c);
            });
    return apart.toString();
  }
}
