package worthwhile.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.QueryBuilder;
import worthwhile.search.TextCondition;
import worthwhile.search.Vocabulary;

/**
 * Reads texts and words by {@link Analysis}. Words are widened by {@code index/synonyms.txt}, and
 * by the names under which one thing is known; both are read with the first search, so that opening
 * an index need not wait for them.
 */
final class LuceneVocabulary implements Vocabulary {
  private static final QueryBuilder TYPED = new QueryBuilder(Analysis.PLAIN);

  private final Supplier<List<Set<String>>> names;
  private QueryBuilder widened;

  /**
   * @param names groups of names, each of which finds all others of its group
   */
  LuceneVocabulary(Supplier<List<Set<String>>> names) {
    this.names = names;
  }

  @Override
  public Map<String, int[]> terms(List<String> texts) {
    Map<String, IntStream.Builder> terms = new HashMap<>();
    try {
      int position = -1;
      for (String text : texts) position = addTerms(terms, text, position);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().build().toArray()));
  }

  /** Counts positions as an index does; answers the last one before the next text. */
  private static int addTerms(Map<String, IntStream.Builder> terms, String text, int before)
      throws IOException {
    try (TokenStream stream = Analysis.PLAIN.tokenStream(IndexFields.TEXT, text)) {
      var term = stream.addAttribute(TermToBytesRefAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = before;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        terms
            .computeIfAbsent(term.getBytesRef().utf8ToString(), fresh -> IntStream.builder())
            .add(position);
      }
      stream.end();
      return position
          + step.getPositionIncrement()
          + Analysis.PLAIN.getPositionIncrementGap(IndexFields.TEXT);
    }
  }

  @Override
  public Optional<TextCondition> widened(String words) {
    return ConditionQuery.read(
        widened().createBooleanQuery(IndexFields.TEXT, words, ConditionQuery.ALL));
  }

  @Override
  public Optional<TextCondition> typed(String words) {
    return ConditionQuery.read(
        TYPED.createBooleanQuery(IndexFields.TEXT, words, ConditionQuery.ALL));
  }

  @Override
  public Optional<TextCondition> phrase(String words) {
    return ConditionQuery.read(TYPED.createPhraseQuery(IndexFields.TEXT, words));
  }

  private synchronized QueryBuilder widened() {
    if (widened == null)
      widened =
          new QueryBuilder(
              Analysis.widened(names.get().stream().map(LuceneVocabulary::line).toList()));
    return widened;
  }

  /** A line as {@code synonyms.txt} has them: a comma or an arrow in a name would divide it. */
  private static String line(Set<String> group) {
    return group.stream()
        .map(name -> name.replaceAll("[^\\p{L}\\p{N}.]+", " ").strip())
        .filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
