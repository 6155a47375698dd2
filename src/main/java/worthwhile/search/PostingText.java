package worthwhile.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What words are looked for in: the texts of a posting and the terms in them. The texts are
 * analysed when a term is first asked for, and once only: an index that analyses them itself need
 * not pay for it.
 */
public final class PostingText {
  private static final int[] NOWHERE = {};

  private final String title;
  private final List<String> texts;
  private final Vocabulary vocabulary;
  private volatile @Nullable Map<String, int[]> terms;

  PostingText(String title, List<String> texts, Vocabulary vocabulary) {
    this.title = title;
    this.texts = List.copyOf(texts);
    this.vocabulary = vocabulary;
  }

  /** The title alone; it is among the texts too. */
  public String title() {
    return title;
  }

  /** Every text that a word may be found in; no phrase spans two of them. */
  public List<String> texts() {
    return texts;
  }

  /** Every term that occurs. */
  public Set<String> terms() {
    return analysed().keySet();
  }

  /** Whether a term occurs. */
  boolean has(String term) {
    return positions(term).length > 0;
  }

  /** Where a term occurs, in ascending order. */
  int[] positions(String term) {
    return analysed().getOrDefault(term, NOWHERE);
  }

  private Map<String, int[]> analysed() {
    if (terms == null) terms = vocabulary.terms(texts);
    return terms;
  }
}
