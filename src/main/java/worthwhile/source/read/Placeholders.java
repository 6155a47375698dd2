package worthwhile.source.read;

import java.util.regex.Pattern;
import org.jsoup.parser.Tag;

/** Finds values that a scaffold left to be filled in, such as {@code <who runs it>}. */
final class Placeholders {
  private static final Pattern WORDS = Pattern.compile("<(\\p{L}[\\p{L}\\p{N} ,.;:'\"’…-]*)>");

  private final Problems problems;

  private Placeholders(Problems problems) {
    this.problems = problems;
  }

  /** Tells each value of a file that is still to be filled in; whether there was any. */
  static boolean tell(Node.Keys file, Problems problems) {
    Problems own = new Problems();
    new Placeholders(own).look(file, "");
    problems.addAll(own);
    return own.any();
  }

  private void look(Node node, String label) {
    switch (node) {
      case Node.Text text -> look(text, label);
      case Node.Many many -> many.values().forEach(value -> look(value, label));
      case Node.Keys keys ->
          keys.entries()
              .forEach(
                  (key, entry) -> look(entry.value(), label.isEmpty() ? key : label + "." + key));
    }
  }

  private void look(Node.Text text, String label) {
    if (isPlaceholder(text.value()))
      problems.add(
          text.place(),
          label + ": still reads '" + text.value() + "'; write what is meant in its place");
  }

  /** An element of HTML, as in {@code join: <br>}, is no placeholder. */
  private static boolean isPlaceholder(String text) {
    var matcher = WORDS.matcher(text);
    return matcher.matches() && !Tag.isKnownTag(matcher.group(1));
  }
}
