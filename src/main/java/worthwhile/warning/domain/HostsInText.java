package worthwhile.warning.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that a text names: in addresses, of e-mail too, bare, or with the dot disguised. Each
 * character is looked at once, whatever the text.
 */
final class HostsInText {
  private static final String DOTS = ".。．｡";
  private static final String OPEN = "[({<";
  private static final String CLOSE = "])}>";
  private static final List<String> WORDS = List.of("dot", "punkt", "punto", "point");
  private static final int LONGEST_LABEL = 63;

  /** What stands before a host that surely is one. */
  private static final List<String> BEFORE = List.of("//", "@");

  private final String text;
  private final List<Mention> hosts = new ArrayList<>();

  /** Where the address ends whose host was read last: its path and its questions are no hosts. */
  private int addressEnd;

  private HostsInText(String text) {
    this.text = text;
  }

  /**
   * One host.
   *
   * @param start where it begins in the text
   * @param written as it stands in the text
   * @param plain with plain dots between its labels
   */
  record Mention(int start, String written, String plain) {}

  /** The hosts of a text, in their order, at most so many. */
  static List<Mention> in(String text, int most) {
    var reading = new HostsInText(text);
    for (int at = 0; at < text.length() && reading.hosts.size() < most; )
      at = reading.isPart(at) ? reading.name(at) : at + 1;
    return reading.hosts;
  }

  /** Reads labels as long as dots join them; where to go on. */
  private int name(int start) {
    int first = label(start);
    if (first - start <= LONGEST_LABEL && dot(first) == 0) return first; // as most words
    StringBuilder plain = new StringBuilder();
    int labels = 0;
    for (int at = start; ; ) {
      int end = label(at);
      if (end - at > LONGEST_LABEL) return end;
      plain.append(text, at, end);
      labels++;
      int next = end + dot(end);
      if (next == end || next >= text.length() || !isPart(next)) {
        if (labels > 1) add(start, end, plain.toString());
        return end;
      }
      plain.append('.');
      at = next;
    }
  }

  /** Where the label ends that stands here. */
  private int label(int at) {
    int end = at;
    while (end < text.length() && isPart(end)) end++;
    return end;
  }

  /** Whether a character may be in a label; those that show nothing are passed over later. */
  private boolean isPart(int at) {
    char c = text.charAt(at);
    if (c < 0x80) return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    int point = Character.isLowSurrogate(c) ? text.codePointBefore(at + 1) : text.codePointAt(at);
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
      default -> Character.isLetterOrDigit(point);
    };
  }

  /** How long the dot is that stands here, in whatever disguise; zero if there is none. */
  private int dot(int at) {
    if (is(at, DOTS)) return 1;
    int begin = blank(at);
    boolean bracket = is(begin, OPEN);
    int word = bracket ? blank(begin + 1) : begin;
    if (!bracket && begin == at) return 0;
    int end = bracket && is(word, DOTS) ? word + 1 : word + word(word, bracket);
    if (end == word) return 0;
    int after = blank(end);
    if (!bracket) return after == end ? 0 : after - at;
    return is(after, CLOSE) ? blank(after + 1) - at : 0;
  }

  private boolean is(int at, String characters) {
    return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }

  /** Behind the one blank that may stand here. */
  private int blank(int at) {
    return at < text.length() && Character.isWhitespace(text.charAt(at)) ? at + 1 : at;
  }

  private int word(int at, boolean bracket) {
    for (String word : bracket ? WORDS : WORDS.subList(0, 1))
      if (text.regionMatches(true, at, word, 0, word.length())) return word.length();
    return 0;
  }

  private void add(int start, int end, String plain) {
    int first = start;
    while (first < end && !Character.isLetterOrDigit(text.codePointAt(first))) first++;
    int last = end;
    while (last > first && "-_".indexOf(text.charAt(last - 1)) >= 0) last--;
    String host = plain.substring(first - start, plain.length() - (end - last));
    if (host.indexOf('.') <= 0 || is(end, "@")) return; // the name of a mailbox
    boolean address = isAddress(first);
    if (first < addressEnd ? !address : !address && isSentenceEnd(host)) return;
    if (address && first >= addressEnd) addressEnd = addressEnd(last);
    hosts.add(new Mention(first, text.substring(first, last), host));
  }

  private int addressEnd(int at) {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
    return end;
  }

  private boolean isAddress(int start) {
    String before = text.substring(Math.max(0, start - 2), start);
    return BEFORE.stream().anyMatch(before::endsWith)
        || text.regionMatches(true, start, "www.", 0, 4);
  }

  /** Whether the dot only lacks its blank: "at Prolific.Work from home". */
  private static boolean isSentenceEnd(String plain) {
    String last = plain.substring(plain.lastIndexOf('.') + 1);
    if (last.isEmpty()) return true;
    return Character.isUpperCase(last.codePointAt(0))
        && !last.equals(last.toUpperCase(Locale.ROOT));
  }
}
