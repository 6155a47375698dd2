package worthwhile.alert.match;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.search.RandomSearches;
import worthwhile.search.TextCondition;
import worthwhile.search.Vocabulary;

/** Reads every word but one. */
final class BrokenVocabulary implements Vocabulary {
  @Override
  public Map<String, int[]> terms(List<String> texts) {
    return RandomSearches.VOCABULARY.terms(texts);
  }

  @Override
  public Optional<TextCondition> widened(String words) {
    if (words.equals("bad")) throw new IllegalStateException("no such word: bad");
    return RandomSearches.VOCABULARY.widened(words);
  }

  @Override
  public Optional<TextCondition> typed(String words) {
    return RandomSearches.VOCABULARY.typed(words);
  }

  @Override
  public Optional<TextCondition> phrase(String words) {
    return RandomSearches.VOCABULARY.phrase(words);
  }
}
