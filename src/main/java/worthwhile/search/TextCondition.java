package worthwhile.search;

import java.util.Arrays;
import java.util.List;

/** What the text of a posting must say, in terms; no engine's own. */
public sealed interface TextCondition {
  /** Whether a text says it. */
  boolean holds(PostingText text);

  /** One of some terms that mean the same. */
  record AnyTerm(List<String> terms) implements TextCondition {
    public AnyTerm {
      terms = List.copyOf(terms);
    }

    @Override
    public boolean holds(PostingText text) {
      for (String term : terms) if (text.has(term)) return true;
      return false;
    }
  }

  /**
   * Terms in their order.
   *
   * @param offsets where each term stands, counted from the start of the phrase: words that are not
   *     indexed leave gaps
   */
  record Phrase(List<String> terms, List<Integer> offsets) implements TextCondition {
    public Phrase {
      terms = List.copyOf(terms);
      offsets = List.copyOf(offsets);
      if (terms.size() != offsets.size() || terms.isEmpty())
        throw new IllegalArgumentException(terms + " at " + offsets);
    }

    @Override
    public boolean holds(PostingText text) {
      for (int position : text.positions(terms.getFirst()))
        if (startsAt(position - offsets.getFirst(), text)) return true;
      return false;
    }

    private boolean startsAt(int start, PostingText text) {
      for (int i = 1; i < terms.size(); i++)
        if (Arrays.binarySearch(text.positions(terms.get(i)), start + offsets.get(i)) < 0)
          return false;
      return true;
    }
  }

  /** At least so many of some conditions. */
  record AtLeast(int least, List<TextCondition> conditions) implements TextCondition {
    public AtLeast {
      conditions = List.copyOf(conditions);
      if (least < 1 || least > conditions.size())
        throw new IllegalArgumentException(least + " of " + conditions.size());
    }

    @Override
    public boolean holds(PostingText text) {
      int left = least;
      for (TextCondition condition : conditions)
        if (condition.holds(text) && --left == 0) return true;
      return false;
    }
  }
}
