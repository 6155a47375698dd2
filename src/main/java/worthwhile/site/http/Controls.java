package worthwhile.site.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Control characters in JSON. They mean nothing in a text, and can clear a terminal or break off
 * what a reader in another language takes for a string.
 */
public final class Controls {
  /** One of them, escaped or not; or another escape, which stays. */
  private static final Pattern CONTROL_OR_ESCAPE =
      Pattern.compile(
          "\\\\(?:u00(?:0[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF]|[89][0-9a-fA-F])|[bf])"
              + "|[\\x7f-\\x9f]|(\\\\.)");

  private Controls() {}

  /** JSON whose texts hold none but tabs and line ends. */
  public static String without(String json) {
    Matcher found = CONTROL_OR_ESCAPE.matcher(json);
    StringBuilder kept = new StringBuilder(json.length());
    int copied = 0;
    while (found.find()) {
      if (found.group(1) != null) continue;
      kept.append(json, copied, found.start());
      copied = found.end();
    }
    return copied == 0 ? json : kept.append(json, copied, json.length()).toString();
  }
}
