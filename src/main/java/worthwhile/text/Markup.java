package worthwhile.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as lines of text. */
final class Markup {
  /** Names that HTML knows; "&lt;5 min" and "&lt;your name&gt;" are text. */
  private static final Pattern TAG =
      Pattern.compile(
          "<(?:!--|/?(?:a|abbr|article|aside|b|blockquote|body|br|center|code|dd|div|dl|dt|em|figure|font"
              + "|footer|h[1-6]|head|header|hr|html|i|iframe|img|label|li|main|mark|nav|ol|p|pre|q|s|script"
              + "|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|u|ul"
              + "|wbr)(?=[\\s/>]))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BLOCK =
      Pattern.compile(
          "</?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|section|body)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern CUT_TAG = Pattern.compile("<(?:[a-zA-Z/!][^<>]*)?+$");
  private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r\\f]+");
  private static final Set<String> SILENT =
      Set.of("script", "style", "template", "title", "iframe", "object", "svg", "math");
  private static final Set<String> CELL = Set.of("td", "th", "option");

  private Markup() {}

  static boolean isIn(String text) {
    return text.indexOf('<') >= 0 && TAG.matcher(text).find();
  }

  /** Two tags at least: one tag in a text that was rendered already is what the text is about. */
  static boolean isEvident(String text) {
    return TAG.matcher(text).results().limit(2).count() == 2;
  }

  /** Text of a fragment with line feeds between its blocks; without blocks it keeps its lines. */
  static String text(String html) {
    String whole = CUT_TAG.matcher(html).replaceFirst("");
    boolean blocks = BLOCK.matcher(whole).find();
    Lines lines = new Lines();
    String marked = blocks ? whole : whole.replace("\n", "<br>");
    Element body = Document.createShell("").body();
    body.appendChildren(MarkupParser.fragment(marked, body));
    body.traverse(lines);
    return lines.out.toString();
  }

  private static final class Lines implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int silent;
    private int pre;

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode text when silent == 0 -> add(text.getWholeText());
        case Element element -> open(element);
        default -> {}
      }
    }

    private void add(String text) {
      out.append(pre > 0 ? text : SPACE.matcher(text).replaceAll(" "));
    }

    private void open(Element element) {
      String name = element.normalName();
      if (SILENT.contains(name)) silent++;
      if (name.equals("pre")) pre++;
      if (CELL.contains(name)) out.append(' ');
      else if (name.equals("br") || element.isBlock()) out.append('\n');
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) return;
      String name = element.normalName();
      if (SILENT.contains(name)) silent--;
      if (name.equals("pre")) pre--;
      if (element.isBlock() && !CELL.contains(name)) out.append('\n');
    }
  }
}
