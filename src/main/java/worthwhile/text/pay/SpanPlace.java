package worthwhile.text.pay;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a span of time stands in its sentence.
 *
 * @param lead what stands before it, at most 160 characters
 * @param tail what stands behind it, at most 120
 */
record SpanPlace(String lead, String tail) {
  private static final int BEFORE = 160;
  private static final int BEHIND = 120;

  /** A point behind these ends no sentence. */
  private static final Pattern SHORT =
      Pattern.compile(
          "(?<!\\p{L})(?:approx|appr|app|est|ca|max|min|mins|no|vs|incl|hrs?|secs?|e\\.g|i\\.e)$");

  static SpanPlace of(String text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < BEFORE && !isEnd(text, from - 1)) from--;
    int to = end > start && isEnd(text, end - 1) ? end : last(text, end);
    return new SpanPlace(text.substring(from, start), text.substring(end, to));
  }

  private static int last(String text, int end) {
    int to = end;
    while (to < text.length() && to - end < BEHIND && !isEnd(text, to)) to++;
    return to;
  }

  /** The whole of the sentence but for the span. */
  String around() {
    return lead + " " + tail;
  }

  /** Whether a sentence ends with this character. */
  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    if (c == '!' || c == '?' || c == ';' || c == '\n') return true;
    if (c != '.') return false;
    boolean apart = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
    if (!apart) return false;
    String word = text.substring(Math.max(0, at - 7), at).toLowerCase(Locale.ROOT);
    return !SHORT.matcher(word).find();
  }
}
