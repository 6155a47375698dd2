package worthwhile.text;

/** Characters that take no room: controls, marks of direction, joiners where nothing is joined. */
final class Invisible {
  private Invisible() {}

  /** The text without them; white space stays. */
  static String without(String text) {
    int first = 0;
    while (first < text.length() && !isAt(text, first)) first++;
    if (first == text.length()) return text;
    StringBuilder seen = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first + 1; i < text.length(); i++) if (!isAt(text, i)) seen.append(text.charAt(i));
    return seen.toString();
  }

  private static boolean isAt(String text, int at) {
    char c = text.charAt(at);
    if (c >= ' ' && c < 0x7f) return false;
    return switch (c) {
      case '\t', '\n', '\u000B', '\f', '\r', '\u0085' -> false;
      case '\u200D' -> !joins(text, at);
      default -> c < 0xa0 || isMark(c);
    };
  }

  private static boolean isMark(char c) {
    return switch (c) {
      case '\u00AD', '\u034F', '\u061C', '\u180E', '\u200B', '\u200C', '\u200E', '\u200F' -> true;
      case '\uFEFF', '\uFFFE', '\uFFFF' -> true;
      default ->
          (c >= '\u202A' && c <= '\u202E')
              || (c >= '\u2060' && c <= '\u2064')
              || (c >= '\u2066' && c <= '\u2069')
              || (c >= '\uFFF9' && c <= '\uFFFB');
    };
  }

  /** Whether a joiner stands behind a picture, which it may join with the next. */
  private static boolean joins(String text, int at) {
    if (at == 0) return false;
    int before = text.codePointBefore(at);
    int type = Character.getType(before);
    return before == '\uFE0F'
        || type == Character.OTHER_SYMBOL
        || type == Character.MODIFIER_SYMBOL;
  }
}
