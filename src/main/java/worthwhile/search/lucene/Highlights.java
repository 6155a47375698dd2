package worthwhile.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import worthwhile.posting.Posting;
import worthwhile.search.SearchResult;
import worthwhile.search.lucene.text.Analysis;
import worthwhile.text.Escaped;

/** Marks what was searched for in titles and descriptions; needs no index for it. */
final class Highlights implements SearchResult.Marks {
  private static final int SNIPPET = 200;
  private static final int READ_AT_MOST = 10_000;

  private final Query query;
  private final boolean words;

  Highlights(Query query, boolean words) {
    this.query = query;
    this.words = words;
  }

  @Override
  public String title(Posting posting) {
    String title = posting.job().title();
    return marked(title, WholeBreakIterator::new).orElseGet(() -> Escaped.html(title));
  }

  @Override
  public String snippet(Posting posting) {
    String description = posting.job().description();
    if (description == null || description.isEmpty()) return "";
    return marked(description, Highlights::pieces).orElseGet(() -> start(description));
  }

  /** The best piece of a text; absent where nothing of it was searched for. */
  private Optional<String> marked(String text, Supplier<BreakIterator> pieces) {
    if (!words) return Optional.empty();
    try {
      return Optional.ofNullable(
              highlighter(text, pieces).highlightWithoutSearcher(IndexFields.TEXT, query, text, 1))
          .map(Object::toString);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The beginning of a text, cut between words. */
  static String start(String text) {
    if (text.length() <= SNIPPET) return Escaped.html(text);
    int end = text.lastIndexOf(' ', SNIPPET);
    return Escaped.html(text.substring(0, end < SNIPPET / 2 ? SNIPPET : end)) + " …";
  }

  private static BreakIterator pieces() {
    return LengthGoalBreakIterator.createClosestToLength(
        BreakIterator.getSentenceInstance(Locale.ENGLISH), SNIPPET, 0.5f);
  }

  private static UnifiedHighlighter highlighter(String text, Supplier<BreakIterator> pieces) {
    return UnifiedHighlighter.builderWithoutSearcher(Analysis.of(text))
        .withBreakIterator(pieces)
        .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", " … ", true))
        .withMaxNoHighlightPassages(0)
        .withMaxLength(READ_AT_MOST)
        .withHandleMultiTermQuery(false)
        .build();
  }
}
