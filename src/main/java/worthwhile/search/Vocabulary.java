package worthwhile.search;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;

/**
 * What the words of a search are widened by: {@code index/synonyms.txt}, and the names under which
 * one thing is known. Read with the first search, so that opening an index need not wait for it.
 */
final class Vocabulary {
  private final Supplier<List<Set<String>>> names;
  private Analyzer widened;

  /**
   * @param names groups of names, each of which finds all others of its group
   */
  Vocabulary(Supplier<List<Set<String>>> names) {
    this.names = names;
  }

  /** For the words of a search. */
  synchronized Analyzer widened() {
    if (widened == null)
      widened = Analysis.widened(names.get().stream().map(Vocabulary::line).toList());
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
