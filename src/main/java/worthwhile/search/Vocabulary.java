package worthwhile.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How text becomes terms, and which terms mean the same. An index and every matching beside it go
 * by the same one, so that a search means the same to both.
 */
public interface Vocabulary {
  /**
   * The terms of some texts, with their positions; texts lie so far apart that no phrase spans two.
   */
  Map<String, int[]> terms(List<String> texts);

  /** All of these words, each widened by its synonyms; absent if they hold no term. */
  Optional<TextCondition> widened(String words);

  /** All of these words as they were typed; absent if they hold no term. */
  Optional<TextCondition> typed(String words);

  /** These words in this order; absent if they hold no term. */
  Optional<TextCondition> phrase(String words);
}
