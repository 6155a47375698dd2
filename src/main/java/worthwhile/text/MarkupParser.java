package worthwhile.text;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parsers whose trees are not deep. What reads a tree looks at an element's text once for each
 * element around it, so a page that nests without end would cost its length times its depth.
 */
public final class MarkupParser {
  /** Real pages nest half of this (36 was seen); elements further in stand beside each other. */
  private static final int DEEPEST_HTML = 80;

  /** Real feeds nest a third of this (9 was seen). */
  private static final int DEEPEST_XML = 32;

  private static final Logger LOG = LoggerFactory.getLogger(MarkupParser.class);
  private static final Pattern TAG = Pattern.compile("<[^<>]*+>");

  private MarkupParser() {}

  /**
   * The tree of a page of HTML. jsoup 1.24.1 fails where it closes what is too deep within a bold
   * or linked text; such a page is parsed as deep as jsoup itself allows, and is an empty one, in
   * which nothing is found, where that fails too.
   */
  public static Document parse(String html, String address) {
    try {
      return Jsoup.parse(html, address, html());
    } catch (IndexOutOfBoundsException tooDeep) {
      return deep(html, address);
    }
  }

  private static Document deep(String html, String address) {
    try {
      return Jsoup.parse(html, address, Parser.htmlParser());
    } catch (IndexOutOfBoundsException stillTooDeep) {
      LOG.warn("No tree can be made of {}: it is read as an empty page", address);
      return Document.createShell(address);
    }
  }

  /** The nodes of a piece of HTML; where jsoup fails at any depth, its text without the tags. */
  static List<Node> fragment(String html, Element around) {
    try {
      return html().parseFragmentInput(html, around, "");
    } catch (IndexOutOfBoundsException tooDeep) {
      return deepFragment(html, around);
    }
  }

  private static List<Node> deepFragment(String html, Element around) {
    try {
      return Parser.htmlParser().parseFragmentInput(html, around, "");
    } catch (IndexOutOfBoundsException stillTooDeep) {
      return List.of(new TextNode(TAG.matcher(html).replaceAll(" ")));
    }
  }

  private static Parser html() {
    return Parser.htmlParser().setMaxDepth(DEEPEST_HTML);
  }

  public static Parser xml() {
    return Parser.xmlParser().setMaxDepth(DEEPEST_XML);
  }
}
