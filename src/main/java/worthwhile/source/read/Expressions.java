package worthwhile.source.read;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import worthwhile.source.Css;
import worthwhile.source.Pointer;

/**
 * Compiles selectors, pointers and expressions when a definition loads, so that a typo has a line.
 */
final class Expressions {
  private Expressions() {}

  static Optional<Pattern> regex(String text, Place place, String label, Problems problems) {
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      problems.add(
          place,
          label + ": not a regular expression: " + e.getDescription() + " in '" + text + "'");
      return Optional.empty();
    }
  }

  static Optional<Css> css(String text, Place place, String label, Problems problems) {
    boolean top = text.startsWith("^");
    try {
      return Optional.of(new Css(text, top, QueryParser.parse(top ? text.substring(1) : text)));
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
