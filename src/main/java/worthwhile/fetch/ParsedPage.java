package worthwhile.fetch;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import worthwhile.fetch.body.Body;
import worthwhile.fetch.body.LenientJson;
import worthwhile.fetch.body.XmlText;
import worthwhile.text.MarkupParser;

/**
 * An answer with its body decoded, and parsed as HTML, XML or JSON when that is first asked for,
 * each at most once. Fetching looks for refusals in it and extraction for rows; neither changes
 * what the other sees. It lives as long as its page is being read, by one thread: what is kept for
 * longer is the {@link Response}.
 */
public final class ParsedPage {
  private final Response response;
  private final HtmlParser parser;
  private final Body body;
  private final Body.Kind kind;
  private @Nullable Document document;
  private LenientJson.@Nullable Read json;
  private XmlText.@Nullable Checked xml;

  /** Parses HTML. */
  @FunctionalInterface
  interface HtmlParser {
    Document parse(String html, String address);
  }

  ParsedPage(Response response, HtmlParser parser) {
    this.response = response;
    this.parser = parser;
    Optional<String> type = response.header("content-type");
    this.body = Body.of(response.body(), type);
    this.kind = body.kind(type);
  }

  /** An answer to be read. */
  public static ParsedPage of(Response response) {
    return new ParsedPage(response, MarkupParser::parse);
  }

  /** The answer as it came. */
  public Response response() {
    return response;
  }

  /** The decoded body, with what was wrong with its declared charset. */
  public Body body() {
    return body;
  }

  /** What the body seems to be. */
  public Body.Kind kind() {
    return kind;
  }

  /**
   * The name of the end tag with which the page ends, blanks and comments aside; empty if it ends
   * otherwise, absent if it is no HTML.
   */
  public Optional<String> ending() {
    return kind == Body.Kind.HTML ? Optional.of(PageEnd.of(body.text())) : Optional.empty();
  }

  /** The markup, to be read only; XML that is cut short is parsed as HTML. */
  public Document document() {
    if (document == null)
      document =
          kind == Body.Kind.XML && xml() instanceof XmlText.Whole whole
              ? Jsoup.parse(whole.xml(), response.url().toString(), MarkupParser.xml())
              : parser.parse(body.text(), response.url().toString());
    return document;
  }

  /** The body as XML, mended; or why it is not whole. */
  public XmlText.Checked xml() {
    if (xml == null) xml = XmlText.check(body.text());
    return xml;
  }

  /** The body as JSON, or why it is none. */
  public LenientJson.Read json() {
    if (json == null) json = LenientJson.body(body.text());
    return json;
  }

  /** The root of the body's JSON; absent if the body is none. */
  public Optional<JsonNode> jsonRoot() {
    return kind == Body.Kind.JSON && json() instanceof LenientJson.Values values
        ? Optional.of(values.values().getFirst())
        : Optional.empty();
  }
}
