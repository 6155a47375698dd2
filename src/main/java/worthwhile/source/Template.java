package worthwhile.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with inserts, {@code {name}}; nothing is computed in it.
 *
 * @param text as it is spelled
 * @param parts literal text and inserts in turn
 */
public record Template(String text, List<Part> parts) {
  private static final Pattern INSERT = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_:.-]*)\\}");

  /** A literal, or the name of an insert. */
  public record Part(boolean insert, String text) {}

  public Template {
    parts = List.copyOf(parts);
  }

  /** Reads a template; anything in braces that is not a plain name is literal text. */
  public static Template of(String text) {
    return of(text, name -> true);
  }

  /** Reads a template in which only names that are accepted are inserts. */
  public static Template of(String text, java.util.function.Predicate<String> accepted) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = INSERT.matcher(text);
    int from = 0;
    while (matcher.find()) {
      if (!accepted.test(matcher.group(1))) continue;
      if (matcher.start() > from) parts.add(new Part(false, text.substring(from, matcher.start())));
      parts.add(new Part(true, matcher.group(1)));
      from = matcher.end();
    }
    if (from < text.length()) parts.add(new Part(false, text.substring(from)));
    return new Template(text, parts);
  }

  /** Names of the inserts. */
  public List<String> inserts() {
    return parts.stream().filter(Part::insert).map(Part::text).toList();
  }

  /** The text with every insert filled; absent if one of them has no value. */
  public Optional<String> fill(Function<String, Optional<String>> values) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      Optional<String> piece = part.insert() ? values.apply(part.text()) : Optional.of(part.text());
      if (piece.isEmpty()) return Optional.empty();
      filled.append(piece.get());
    }
    return Optional.of(filled.toString());
  }

  @Override
  public String toString() {
    return text;
  }
}
