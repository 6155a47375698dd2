package worthwhile.extract.rule;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;

/** The text of a live element as a reader sees it: blocks and breaks on lines of their own. */
final class ElementText implements NodeFilter {
  private final Element root;
  private final Optional<Evaluator> without;
  private final StringBuilder text = new StringBuilder();

  private ElementText(Element root, Optional<Evaluator> without) {
    this.root = root;
    this.without = without;
  }

  static String of(Element element, Optional<Evaluator> without) {
    ElementText reader = new ElementText(element, without);
    element.filter(reader);
    return reader.text.toString().strip();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      add(words.getWholeText());
    } else if (node instanceof Element element) {
      if (!element.equals(root) && skipped(element)) return FilterResult.SKIP_ENTIRELY;
      if (element.isBlock() || element.nameIs("br")) newLine();
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element.isBlock()) newLine();
    return FilterResult.CONTINUE;
  }

  /** One line's end, however many blocks end here, and no blank before it. */
  private void newLine() {
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) == ' ') text.setLength(last--);
    if (last >= 0 && text.charAt(last) != '\n') text.append('\n');
  }

  private boolean skipped(Element element) {
    if (without.filter(element::is).isPresent()) return true;
    String name = element.normalName();
    return name.equals("script") || name.equals("style") || name.equals("template");
  }

  private void add(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean blank = Character.isWhitespace(c) || c == '\u00A0';
      if (!blank) text.append(c);
      else if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') text.append(' ');
    }
  }
}
