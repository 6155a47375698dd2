package worthwhile.fetch;

import java.util.Locale;

/** How a page of markup ends. */
final class PageEnd {
  /** No element's name is longer. */
  private static final int LONGEST = 40;

  private PageEnd() {}

  /** The name of the end tag at the very end, blanks and comments aside; else empty. */
  static String of(String text) {
    int end = withoutComments(text);
    if (end == 0 || text.charAt(end - 1) != '>') return "";
    int start = text.lastIndexOf('<', end - 1);
    if (start < 0 || end - start > LONGEST || !text.startsWith("</", start)) return "";
    return text.substring(start + 2, end - 1).strip().toLowerCase(Locale.ROOT);
  }

  /** Where the page ends if blanks and comments after it are left out. */
  private static int withoutComments(String text) {
    int end = withoutBlanks(text, text.length());
    while (text.startsWith("-->", end - 3)) {
      int start = text.lastIndexOf("<!--", end - 3);
      if (start < 0) return end;
      end = withoutBlanks(text, start);
    }
    return end;
  }

  private static int withoutBlanks(String text, int end) {
    int last = end;
    while (last > 0 && text.charAt(last - 1) <= ' ') last--;
    return last;
  }
}
