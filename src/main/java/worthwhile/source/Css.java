package worthwhile.source;

import org.jsoup.select.Evaluator;

/**
 * A compiled CSS selector.
 *
 * @param text as it is spelled
 * @param top whether it starts at the top of the page instead of the row: a leading {@code ^}
 * @param selector what it selects; safe for use by many threads
 */
public record Css(String text, boolean top, Evaluator selector) {
  @Override
  public String toString() {
    return text;
  }
}
