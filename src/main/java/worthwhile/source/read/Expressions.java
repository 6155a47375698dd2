package worthwhile.source.read;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import worthwhile.source.Css;
import worthwhile.source.Pointer;

/**
 * Compiles selectors, pointers and expressions when a definition loads, so that a typo has a line.
 */
final class Expressions {
  private static final int LONGEST = 2_000;

  /** What the spelling {@code (?!)}, found nowhere, is to RE2. */
  private static final String NEVER = "[^\\x00-\\x{10FFFF}]";

  /** What other engines run at the price of a time without end. */
  private static final Pattern COSTLY =
      Pattern.compile("\\(\\?(?:[=!>]|<[=!])|\\\\[1-9k]|[*+?}]\\+");

  private Expressions() {}

  /**
   * The compiled pattern; absent, with a problem told, if it is none or none of ours. Patterns run
   * on RE2, whose time grows with the text and no faster: no page can make one run for hours.
   */
  static Optional<Pattern> regex(String text, Place place, String label, Problems problems) {
    if (text.length() > LONGEST) {
      problems.add(place, label + ": a pattern may have at most " + LONGEST + " characters");
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(text.replace("(?!)", NEVER)));
    } catch (PatternSyntaxException e) {
      problems.add(place, label + ": " + complaint(text, e));
      return Optional.empty();
    }
  }

  private static String complaint(String text, PatternSyntaxException e) {
    if (COSTLY.matcher(text).find())
      return "a pattern may not look around ('(?=', '(?!', '(?<=', '(?<!'), refer back ('\\1') or"
          + " repeat possessively ('*+', '(?>'), as '"
          + text
          + "' does; take two filters in turn, 'map', 'unless', 'keep' or 'leave-out' instead";
    return "not a regular expression: " + e.getDescription() + " in '" + text + "'";
  }

  static Optional<Css> css(String text, Place place, String label, Problems problems) {
    Css css = new Css(text);
    try {
      Evaluator _ = css.selector();
      return Optional.of(css);
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      problems.add(place, label + ": not a CSS selector: " + e.getMessage());
      return Optional.empty();
    }
  }

  static Optional<Pointer> pointer(String text, Place place, String label, Problems problems) {
    if (text.isEmpty() || text.startsWith("/") || text.startsWith("^/"))
      return Optional.of(Pointer.of(text));
    problems.add(place, label + ": a JSON pointer begins with '/', not '" + text + "'");
    return Optional.empty();
  }
}
