package worthwhile.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import worthwhile.fetch.body.Body;

/**
 * An answer read as HTML, with what tells a refusal from content.
 *
 * @param titles the title's parts, lower case, cut at the separators that sites put between the
 *     page's name and their own: a refusal is a whole part, a posting that speaks of captchas is
 *     not
 * @param text visible text, lower case
 * @param words number of words of the visible text
 */
record PageSigns(
    Response response, Document document, List<String> titles, String text, int words) {
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[-–—|•·»«:>/]+\\s+|\\s*[|•·»«]\\s*|:\\s+|\\s*::\\s*");
  private static final Pattern OPENING =
      Pattern.compile(
          "(?is)^(?>\\s++|<!--(?:(?!-->).)*+-->|<\\?xml[^>]*+>)*+"
              + "<(?:!doctype\\s+html|html|head|body|title|meta|script|div|center|h1)\\b.*");

  /** Whether the body is an HTML page, whatever its content type says. */
  static boolean looksLikeHtml(ParsedPage page) {
    if (page.kind() != Body.Kind.HTML) return false;
    String start = start(page);
    if (OPENING.matcher(start).matches()) return true;
    boolean markup = start.stripLeading().startsWith("<") && !start.contains("<?xml");
    String type = page.response().header("content-type").orElse("");
    return markup && type.toLowerCase(Locale.ROOT).contains("html");
  }

  /** The first characters of a body, blanks before it left out. */
  static String start(ParsedPage page) {
    String text = page.body().text().stripLeading();
    return text.substring(0, Math.min(text.length(), 2_000));
  }

  static PageSigns of(ParsedPage page) {
    Document document = page.document();
    String text = document.body().text().toLowerCase(Locale.ROOT);
    return new PageSigns(page.response(), document, titles(document), text, count(text));
  }

  private static List<String> titles(Document document) {
    return Arrays.stream(SEPARATOR.split(shortened(document.title())))
        .map(part -> part.strip().replaceAll("[.!…]+$", "").replace('’', '\''))
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** A title or heading, lower case; what is longer than any real one is cut. */
  static String shortened(String text) {
    String cut = text.length() > 300 ? text.substring(0, 300) : text;
    return cut.toLowerCase(Locale.ROOT);
  }

  static int count(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  /** Whether an element is there. */
  boolean has(String query) {
    return document.selectFirst(query) != null;
  }

  /** Whether the visible text holds the phrase, given in lower case. */
  boolean says(String phrase) {
    return text.contains(phrase);
  }

  /** Whether a whole part of the title is one of these, given in lower case. */
  boolean titled(List<String> names) {
    return titles.stream().anyMatch(names::contains);
  }

  /** Whether a script inside the page holds the text. */
  boolean scripts(String part) {
    return document.select("script:not([src])").stream()
        .map(Element::data)
        .anyMatch(data -> data.contains(part));
  }

  /** Whether the page marks itself up as a posting, which no refusal does. */
  boolean marksUpContent() {
    return has("[itemtype~=(?i)schema.org/(JobPosting|DiscussionForumPosting|ItemList)]")
        || document.select("script[type=application/ld+json]").stream()
            .map(Element::data)
            .anyMatch(data -> data.contains("JobPosting") || data.contains("DiscussionForum"));
  }
}
