package worthwhile.site.http;

/**
 * Control characters in JSON. They mean nothing in a text, and can clear a terminal or break off
 * what a reader in another language takes for a string.
 */
public final class Controls {
  private Controls() {}

  /** JSON whose texts hold none but tabs and line ends, escaped or not; other escapes stay. */
  public static String without(String json) {
    StringBuilder kept = null;
    int copied = 0;
    for (int at = next(json, 0); at < json.length(); ) {
      int end = at + length(json, at);
      if (isControl(json, at)) {
        kept = (kept == null ? new StringBuilder(json.length()) : kept).append(json, copied, at);
        copied = end;
      }
      at = next(json, end);
    }
    return kept == null ? json : kept.append(json, copied, json.length()).toString();
  }

  /** Where the next escape or control character is; most of a JSON has neither. */
  private static int next(String json, int from) {
    int at = from;
    while (at < json.length() && json.charAt(at) != '\\' && !isControl(json.charAt(at))) at++;
    return at;
  }

  private static boolean isControl(char c) {
    return c >= 0x7F && c <= 0x9F;
  }

  private static int length(String json, int at) {
    if (json.charAt(at) != '\\') return 1;
    boolean hexadecimal = at + 6 <= json.length() && json.charAt(at + 1) == 'u';
    return Math.min(hexadecimal ? 6 : 2, json.length() - at);
  }

  private static boolean isControl(String json, int at) {
    char first = json.charAt(at);
    if (first != '\\') return true;
    if (at + 1 >= json.length()) return false;
    return switch (json.charAt(at + 1)) {
      case 'b', 'f' -> true;
      case 'u' -> at + 6 <= json.length() && isEscapedControl(json, at + 2);
      default -> false;
    };
  }

  /** Whether four hexadecimal digits stand for one that is neither a tab nor a line end. */
  private static boolean isEscapedControl(String json, int at) {
    if (json.charAt(at) != '0' || json.charAt(at + 1) != '0') return false;
    int high = Character.digit(json.charAt(at + 2), 16);
    int low = Character.digit(json.charAt(at + 3), 16);
    if (high < 0 || low < 0) return false;
    int code = high * 16 + low;
    boolean isLine = code == '\t' || code == '\n' || code == '\r';
    return code < ' ' ? !isLine : isControl((char) code);
  }
}
