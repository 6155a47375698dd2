package worthwhile.text.word;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of many words that is looked for in texts. It finds what {@link Pattern} finds, but is
 * only tried where one of its words may begin.
 */
public final class Sought {
  private static final int ASCII = 128;

  private final Pattern pattern;
  private final Openings openings;

  /** Whether what is found begins with a letter that no other stands before. */
  private final boolean atWordStart;

  private Sought(String regex, int flags) {
    List<List<Piece>> choices = Pieces.of(regex);
    this.pattern = Pattern.compile(Joined.of(choices, flags), flags);
    this.openings = Openings.of(choices);
    this.atWordStart = First.isAtWordStart(choices);
  }

  /** Words found without regard to case, in any script. */
  public static Sought caseless(String regex) {
    return new Sought(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Words found as they are written, but for what the flags of {@link Pattern} say. */
  public static Sought of(String regex, int flags) {
    return new Sought(regex, flags);
  }

  /** The regular expression as a pattern whose alternatives are not tried one by one. */
  public static Pattern pattern(String regex, int flags) {
    return Pattern.compile(Joined.of(Pieces.of(regex), flags), flags);
  }

  /** The pattern itself. */
  public Pattern pattern() {
    return pattern;
  }

  /** Whether it is found anywhere in the text. */
  public boolean isIn(String text) {
    return first(text) != null;
  }

  /** What is found first in the text; null if nothing is. */
  public @Nullable Matcher first(String text) {
    Matcher matcher = null;
    for (int at = 0; at <= text.length(); at++) {
      if (atWordStart && isWithinWord(text, at)) continue;
      if (!openings.at(text, at)) continue;
      if (matcher == null) matcher = seeing(text);
      if (matcher.region(at, text.length()).lookingAt()) return matcher;
    }
    return null;
  }

  /** Between two letters no word begins. What is not plain is left to the pattern. */
  private static boolean isWithinWord(String text, int at) {
    return at > 0 && at < text.length() && text.charAt(at) < ASCII && isWord(text.charAt(at - 1));
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** Whether it may be found just here; false only where it cannot. */
  public boolean mayBegin(String text, int at) {
    return openings.at(text, at);
  }

  /** Whether it may be found somewhere between two places; false only where it cannot. */
  public boolean mayBeginIn(String text, int from, int to) {
    for (int at = from; at < to; at++) if (openings.at(text, at)) return true;
    return false;
  }

  /** What begins just here, the text cut off at {@code to}; null if nothing does. */
  public @Nullable Matcher at(String text, int from, int to) {
    if (!openings.at(text, from)) return null;
    Matcher matcher = pattern.matcher(text).region(from, to);
    return matcher.lookingAt() ? matcher : null;
  }

  /** What begins just here and ends before {@code to}, beyond which it may look; else null. */
  public @Nullable Matcher seenAt(String text, int from, int to) {
    if (!openings.at(text, from)) return null;
    Matcher matcher = pattern.matcher(text).region(from, to).useTransparentBounds(true);
    return matcher.lookingAt() ? matcher : null;
  }

  /** Whether it begins just here. */
  public boolean isAt(String text, int from) {
    return at(text, from, text.length()) != null;
  }

  private Matcher seeing(String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }
}
