package worthwhile.warning.domain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The hosts that a text names: in addresses, of e-mail too, bare, or with the dot written out. */
final class HostsInText {
  /** What stands for the dot: itself, full-width, in brackets, or as a word. */
  private static final String DOT =
      "(?:[.。．｡]|\\s?[\\[({<]\\s?(?:[.。．｡]|[dD][oO][tT]|punkt|punto|point)\\s?[\\])}>]\\s?"
          + "|\\s(?:dot|DOT|Dot)\\s)";

  private static final String LABEL = "[\\pL\\pM\\pN](?:[\\pL\\pM\\pN_-]{0,62})";

  private static final Pattern HOST =
      Pattern.compile("(" + LABEL + ")(?:" + DOT + LABEL + "){1,8}");

  private static final Pattern DOTS = Pattern.compile(DOT);

  /** What stands before a host that surely is one. */
  private static final List<String> BEFORE = List.of("://", "@", "//", "www.");

  private HostsInText() {}

  /**
   * One host.
   *
   * @param written as it stands in the text
   * @param plain with plain dots between its labels
   */
  record Mention(String written, String plain) {}

  /**
   * The hosts of a text, in their order, at most so many.
   *
   * @param most how many are read at all; what is not a host is one of them
   */
  static List<Mention> in(String text, int most) {
    List<Mention> hosts = new ArrayList<>();
    Matcher matcher = HOST.matcher(text);
    for (int from = 0; hosts.size() < most && matcher.find(from); from = matcher.end()) {
      String written = trimmed(matcher.group());
      String plain = DOTS.matcher(written).replaceAll(".");
      if (isAddress(text, matcher.start()) || !isSentenceEnd(plain))
        hosts.add(new Mention(written, plain));
    }
    return hosts;
  }

  private static String trimmed(String written) {
    int end = written.length();
    while (end > 0 && "-_".indexOf(written.charAt(end - 1)) >= 0) end--;
    return written.substring(0, end);
  }

  private static boolean isAddress(String text, int start) {
    String before = text.substring(Math.max(0, start - 3), start);
    return BEFORE.stream().anyMatch(before::endsWith)
        || text.regionMatches(true, start, "www.", 0, 4);
  }

  /** Whether the dot only lacks its blank: "at Prolific.Work from home". */
  private static boolean isSentenceEnd(String plain) {
    String last = plain.substring(plain.lastIndexOf('.') + 1);
    return Character.isUpperCase(last.codePointAt(0))
        && !last.equals(last.toUpperCase(Locale.ROOT));
  }
}
