package worthwhile.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An answer read as HTML, with what tells a refusal from content.
 *
 * @param titles the title's parts, lower case, cut at the separators that sites put between the
 *     page's name and their own: a refusal is a whole part, a posting that speaks of captchas is
 *     not
 * @param text visible text, lower case
 * @param words number of words of the visible text
 */
record Page(Response response, Document document, List<String> titles, String text, int words) {
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[-–—|•·»«:>/]+\\s+|\\s*[|•·»«]\\s*|:\\s+|\\s*::\\s*");
  private static final Pattern OPENING =
      Pattern.compile(
          "(?is)^(?>\\s++|<!--(?:(?!-->).)*+-->|<\\?xml[^>]*+>)*+"
              + "<(?:!doctype\\s+html|html|head|body|title|meta|script|div|center|h1)\\b.*");

  /** Whether the body is an HTML page, whatever its content type says. */
  static boolean looksLikeHtml(Response response) {
    String start = start(response.body());
    if (start.isBlank()) return false;
    if (OPENING.matcher(start).matches()) return true;
    boolean markup = start.stripLeading().startsWith("<") && !start.contains("<?xml");
    return markup && contentType(response).contains("html");
  }

  private static String contentType(Response response) {
    return response.header("content-type").orElse("").toLowerCase(Locale.ROOT);
  }

  /** First characters of a body, byte order mark and null bytes of UTF-16 removed. */
  static String start(byte[] body) {
    int length = Math.min(body.length, 2_000);
    String start = new String(body, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
    return start.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "");
  }

  static Page of(Response response) {
    Document document = parse(response);
    String text = document.body().text().toLowerCase(Locale.ROOT);
    return new Page(response, document, titles(document), text, count(text));
  }

  private static Document parse(Response response) {
    var input = new ByteArrayInputStream(response.body());
    try {
      return Jsoup.parse(input, charset(response), response.url().toString());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** The charset that the server names, or null, which lets the page itself say. */
  private static String charset(Response response) {
    Matcher named = CHARSET.matcher(contentType(response));
    if (!named.find()) return null;
    try {
      return Charset.forName(named.group(1)).name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
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
