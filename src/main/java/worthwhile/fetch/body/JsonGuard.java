package worthwhile.fetch.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off what interfaces put around JSON so that no other site's script can run it: a guard
 * before it, a comment or a function call around it, byte order marks.
 */
final class JsonGuard {
  private static final Pattern GUARD =
      Pattern.compile(
          "(?:\\)]}'?,?"
              + "|]\\)}while\\(1\\);</x>"
              + "|(?:while|for)\\s*\\([\\w\\s;]{1,10}\\)\\s*;?"
              + "|throw\\s+(?:\\d+|'[^'\\n]{0,80}'|\"[^\"\\n]{0,80}\")\\s*;"
              + "|&&&START&&&"
              + "|\\{}\\s*&&"
              + "|/\\*-secure-(?=[^*]))[\\s\\uFEFF]*+");

  private static final Pattern CALL =
      Pattern.compile("(?:/\\*\\*/\\s*)?[A-Za-z_$][\\w$.]{0,100}\\s*\\((?=\\s*[\\[{])");

  private JsonGuard() {}

  /** The JSON alone; a text without a guard as it is, but for blanks around it. */
  static String off(String text) {
    String json = withoutMarks(text.strip());
    Matcher guard = GUARD.matcher(json);
    if (guard.lookingAt()) {
      boolean comment = json.startsWith("/*");
      json = json.substring(guard.end());
      if (comment && json.endsWith("*/")) json = json.substring(0, json.length() - 2);
    }
    return uncalled(json);
  }

  private static String uncalled(String json) {
    Matcher call = CALL.matcher(json);
    if (!call.lookingAt()) return json;
    String inner = json.substring(call.end()).stripTrailing();
    if (inner.endsWith(";")) inner = inner.substring(0, inner.length() - 1).stripTrailing();
    return inner.endsWith(")") ? inner.substring(0, inner.length() - 1) : inner;
  }

  /** Without byte order marks at the start, also of such as stand in the middle of a page. */
  static String withoutMarks(String text) {
    int from = 0;
    while (from < text.length() && isMarkOrBlank(text.charAt(from))) from++;
    return text.substring(from);
  }

  private static boolean isMarkOrBlank(char c) {
    return c == '\uFEFF' || Character.isWhitespace(c);
  }
}
