package worthwhile.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import worthwhile.fetch.body.Body;

/**
 * An answer read as HTML, with what tells a refusal from content.
 *
 * @param titles the title's parts, lower case, cut at the separators that sites put between the
 *     page's name and their own: a refusal is a whole part, a posting that speaks of captchas is
 *     not
 * @param text visible text, lower case
 * @param words number of words of the visible text
 * @param telling the elements among which signs are looked for, in the page's order; a page's rows
 *     are hardly ever among them, so that some thirty questions cost one walk through the page
 * @param marksUpContent whether the page marks itself up as a posting, which no refusal does
 */
record PageSigns(
    Response response,
    Document document,
    List<String> titles,
    String text,
    int words,
    List<Element> telling,
    boolean marksUpContent) {
  private static final Set<String> TELLING_TAGS =
      Set.of("script", "meta", "link", "form", "input", "iframe", "img", "h1", "h2");
  private static final Map<String, Evaluator> QUERIES = new ConcurrentHashMap<>();
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
    List<Element> telling = document.stream().filter(PageSigns::isTelling).toList();
    return new PageSigns(
        page.response(),
        document,
        titles(document),
        text,
        count(text),
        telling,
        marksUpContent(document, telling));
  }

  private static boolean isTelling(Element element) {
    if (TELLING_TAGS.contains(element.normalName())) return true;
    if (element.attributesSize() == 0) return false;
    String classes = element.className();
    return element.hasAttr("id")
        || element.hasAttr("src")
        || element.hasAttr("itemtype")
        || classes.contains("captcha")
        || classes.contains("cf-");
  }

  private static boolean marksUpContent(Document document, List<Element> telling) {
    Evaluator types =
        query("[itemtype~=(?i)schema.org/(JobPosting|DiscussionForumPosting|ItemList)]");
    Evaluator linked = query("script[type=application/ld+json]");
    return telling.stream().anyMatch(e -> types.matches(document, e))
        || telling.stream()
            .filter(e -> linked.matches(document, e))
            .map(Element::data)
            .anyMatch(data -> data.contains("JobPosting") || data.contains("DiscussionForum"));
  }

  private static Evaluator query(String query) {
    return QUERIES.computeIfAbsent(query, QueryParser::parse);
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

  /** Number of words, parted by blanks. */
  static int count(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = !Character.isWhitespace(text.charAt(i));
      if (letter && !inside) words++;
      inside = letter;
    }
    return words;
  }

  /** Whether {@link #all} gives any. */
  boolean has(String query) {
    return first(query).isPresent();
  }

  /**
   * The elements that a query describes, in the page's order. It must ask for a script, meta, link,
   * form, input, iframe, img, h1 or h2, for an id, a source, an {@code itemtype}, or a class with
   * "captcha" or "cf-" in it: others are not looked at.
   */
  Stream<Element> all(String query) {
    Evaluator asked = query(query);
    return telling.stream().filter(element -> asked.matches(document, element));
  }

  /** The first of {@link #all}. */
  Optional<Element> first(String query) {
    return all(query).findFirst();
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
    return all("script:not([src])").map(Element::data).anyMatch(data -> data.contains(part));
  }
}
