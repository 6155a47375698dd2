package worthwhile.search.lucene;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import worthwhile.posting.Posting;
import worthwhile.search.Apart;
import worthwhile.search.SearchResult.Hit;
import worthwhile.search.lucene.text.Analysis;

/** Marks what was searched for in the titles and descriptions of the page shown. */
final class Highlights {
  private static final int SNIPPET = 200;
  private static final int READ_AT_MOST = 10_000;

  private final Query query;
  private final boolean words;
  private final UnifiedHighlighter titles = highlighter(WholeBreakIterator::new);
  private final UnifiedHighlighter snippets =
      highlighter(
          () ->
              LengthGoalBreakIterator.createClosestToLength(
                  BreakIterator.getSentenceInstance(Locale.ENGLISH), SNIPPET, 0.5f));

  Highlights(Query query, boolean words) {
    this.query = query;
    this.words = words;
  }

  Hit mark(Posting posting, Optional<Apart> group) throws IOException {
    String description = posting.job().description() == null ? "" : posting.job().description();
    if (!words) return new Hit(posting, escape(posting.job().title()), start(description), group);
    Object title =
        titles.highlightWithoutSearcher(IndexFields.TEXT, query, posting.job().title(), 1);
    Object snippet =
        description.isEmpty()
            ? null
            : snippets.highlightWithoutSearcher(IndexFields.TEXT, query, description, 1);
    return new Hit(
        posting,
        title == null ? escape(posting.job().title()) : title.toString(),
        snippet == null ? start(description) : snippet.toString(),
        group);
  }

  /** The beginning of a text, cut between words. */
  static String start(String text) {
    if (text.length() <= SNIPPET) return escape(text);
    int end = text.lastIndexOf(' ', SNIPPET);
    return escape(text.substring(0, end < SNIPPET / 2 ? SNIPPET : end)) + " …";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static UnifiedHighlighter highlighter(java.util.function.Supplier<BreakIterator> pieces) {
    return UnifiedHighlighter.builderWithoutSearcher(Analysis.TEXTS)
        .withBreakIterator(pieces)
        .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", " … ", true))
        .withMaxNoHighlightPassages(0)
        .withMaxLength(READ_AT_MOST)
        .withHandleMultiTermQuery(false)
        .build();
  }
}
