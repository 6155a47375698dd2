package worthwhile.text;

import org.jsoup.parser.Parser;

/**
 * Parsers whose trees are not deep. What reads a tree looks at an element's text once for each
 * element around it, so a page that nests without end would cost its length times its depth.
 */
public final class MarkupParser {
  /** Real pages nest half of this (36 was seen); elements further in stand beside each other. */
  private static final int DEEPEST_HTML = 80;

  /** Real feeds nest a third of this (9 was seen). */
  private static final int DEEPEST_XML = 32;

  private MarkupParser() {}

  public static Parser html() {
    return Parser.htmlParser().setMaxDepth(DEEPEST_HTML);
  }

  public static Parser xml() {
    return Parser.xmlParser().setMaxDepth(DEEPEST_XML);
  }
}
