package worthwhile.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * A CSS selector, compiled when it is first asked for: of hundreds that a start reads it uses few.
 * Safe for use by many threads; equal where the spelling is.
 */
public final class Css {
  private static final Pattern NAME = Pattern.compile("[#.][A-Za-z_][A-Za-z0-9_-]*");

  private final String text;
  private volatile @Nullable Evaluator selector;
  private volatile @Nullable List<Set<String>> needs;

  /**
   * A selector.
   *
   * @param text as it is spelled; a leading {@code ^} starts it at the top of the page instead of
   *     the row
   */
  public Css(String text) {
    this.text = text;
  }

  /** As it is spelled. */
  public String text() {
    return text;
  }

  /** Whether it starts at the top of the page instead of the row. */
  public boolean top() {
    return text.startsWith("^");
  }

  /**
   * What it selects.
   *
   * @throws org.jsoup.select.Selector.SelectorParseException if it is no selector; those of
   *     definitions were tried when they were read
   */
  public Evaluator selector() {
    Evaluator known = selector;
    if (known == null) selector = known = QueryParser.parse(top() ? text.substring(1) : text);
    return known;
  }

  /**
   * For each of its alternatives the ids and classes ({@code #id}, {@code .class} in lower case)
   * without which a page has nothing that it selects.
   */
  List<Set<String>> needs() {
    List<Set<String>> known = needs;
    if (known == null) needs = known = needs(text);
    return known;
  }

  /** Whether a page with these ids and classes may have what it selects. */
  public boolean mayBeAmong(Set<String> names) {
    for (Set<String> each : needs()) if (names.containsAll(each)) return true;
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
  public boolean equals(@Nullable Object other) {
    return other instanceof Css css && css.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
