package worthwhile.fetch.body;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the charset that a page's head declares: in a {@code charset} attribute of a meta element,
 * or in the content of one that stands for the Content-Type header. What comments, scripts, titles
 * and descriptions say of charsets declares nothing.
 */
final class HeadCharset {
  /** What may hold markup that is none, or a meta element with its attributes. */
  private static final Pattern PART =
      Pattern.compile(
          "<!--.*?-->|<!\\[CDATA\\[.*?]]>"
              + "|<(script|style|title|noscript|template|textarea)\\b.*?</\\1"
              + "|<meta(?=[\\s/])((?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+)>",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s\"'>/=]++)(?:\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+'|[^\\s\"'>]++))?+");

  private HeadCharset() {}

  /** The name that the start of a page declares, as it stands there. */
  static Optional<String> in(String head) {
    Matcher part = PART.matcher(head);
    int at = head.indexOf('<');
    while (at >= 0) {
      boolean found = part.region(at, head.length()).lookingAt();
      Optional<String> name =
          found && part.group(2) != null ? ofAttributes(part.group(2)) : Optional.empty();
      if (name.isPresent()) return name;
      at = head.indexOf('<', found ? part.end() : at + 1);
    }
    return Optional.empty();
  }

  private static Optional<String> ofAttributes(String attributes) {
    Optional<String> charset = attribute(attributes, "charset");
    if (charset.isPresent()) return charset.flatMap(name -> Body.charsetOf("charset=" + name));
    return attribute(attributes, "http-equiv")
        .filter(kind -> kind.strip().equalsIgnoreCase("content-type"))
        .flatMap(_ -> attribute(attributes, "content"))
        .flatMap(Body::charsetOf);
  }

  private static Optional<String> attribute(String attributes, String name) {
    Matcher each = ATTRIBUTE.matcher(attributes);
    while (each.find())
      if (each.group(1).equalsIgnoreCase(name) && each.group(2) != null)
        return Optional.of(each.group(2).replaceAll("^[\"']|[\"']$", "").strip());
    return Optional.empty();
  }
}
