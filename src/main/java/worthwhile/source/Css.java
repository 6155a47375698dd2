package worthwhile.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;

/**
 * A compiled CSS selector.
 *
 * @param text as it is spelled
 * @param top whether it starts at the top of the page instead of the row: a leading {@code ^}
 * @param selector what it selects; safe for use by many threads
 * @param needs for each of its alternatives the ids and classes ({@code #id}, {@code .class} in
 *     lower case) without which a page has nothing that it selects
 */
public record Css(String text, boolean top, Evaluator selector, List<Set<String>> needs) {
  private static final Pattern NAME = Pattern.compile("[#.][A-Za-z_][A-Za-z0-9_-]*");

  public Css(String text, boolean top, Evaluator selector) {
    this(text, top, selector, needs(text));
  }

  public Css {
    needs = List.copyOf(needs);
  }

  /** Whether a page with these ids and classes may have what it selects. */
  public boolean mayBeAmong(Set<String> names) {
    for (Set<String> each : needs) if (names.containsAll(each)) return true;
    return false;
  }

  /** What stands in brackets may be asked not to be there, and is no need. */
  private static List<Set<String>> needs(String text) {
    String plain = withoutBrackets(text);
    // What is escaped or not of ASCII could be part of a name.
    if (plain.chars().anyMatch(c -> c == '\\' || c > 0x7e)) return List.of(Set.of());
    List<Set<String>> needs = new ArrayList<>();
    for (String alternative : plain.split(",")) {
      Set<String> names = new TreeSet<>();
      NAME.matcher(alternative).results().forEach(name -> names.add(lower(name.group())));
      needs.add(names);
    }
    return needs;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String withoutBrackets(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int deep = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (deep > 0 && (c == '"' || c == '\'')) quote = c;
      else if (c == '(' || c == '[') deep++;
      else if (c == ')' || c == ']') deep--;
      else if (deep == 0) plain.append(c);
    }
    return deep == 0 && quote == 0 ? plain.toString() : "";
  }

  @Override
  public String toString() {
    return text;
  }
}
