package worthwhile.alert.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.search.Dimension;
import worthwhile.search.SearchQuery;
import worthwhile.search.TextCondition;
import worthwhile.search.WordQuery;

/**
 * Features of which every posting that a search finds has at least one.
 *
 * @param postings how many postings have one of them, at most; in those counted so far
 */
record Cover(Set<String> features, long postings) {
  /** The cover of a search that the fewest postings have a part of. */
  static Cover rarest(SearchQuery query, WordQuery words, Frequencies known) {
    List<Cover> covers = new ArrayList<>();
    Stream.concat(words.words().stream(), words.phrases().stream())
        .forEach(condition -> covers.add(of(condition, known)));
    for (WordQuery.Narrowing one : words.narrowings())
      covers.add(of(Set.of(Features.value(one.dimension(), one.key())), known));
    for (Dimension dimension : Dimension.values()) {
      List<String> chosen = dimension.chosen(query);
      if (!chosen.isEmpty()) covers.add(of(values(dimension, chosen), known));
    }
    covers.add(of(Set.of(Features.EVERY), known));
    return covers.stream().min(Comparator.comparingLong(Cover::postings)).orElseThrow();
  }

  private static Cover of(Set<String> features, Frequencies known) {
    return new Cover(features, features.stream().mapToLong(known::of).sum());
  }

  private static Set<String> values(Dimension dimension, List<String> chosen) {
    Set<String> features =
        chosen.stream()
            .map(key -> Features.value(dimension, key))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (dimension.emptyMeansAny()) features.add(Features.none(dimension));
    return features;
  }

  private static Cover of(TextCondition condition, Frequencies known) {
    return switch (condition) {
      case TextCondition.AnyTerm(List<String> terms) -> of(Set.copyOf(terms), known);
      case TextCondition.Phrase(List<String> terms, List<Integer> _) ->
          terms.stream()
              .map(term -> of(Set.of(term), known))
              .min(Comparator.comparingLong(Cover::postings))
              .orElseThrow();
      case TextCondition.AtLeast(int least, List<TextCondition> all) -> of(least, all, known);
    };
  }

  /** If at least k of n hold, then one of any n - k + 1 does. */
  private static Cover of(int least, List<TextCondition> all, Frequencies known) {
    Set<String> features = new LinkedHashSet<>();
    all.stream()
        .map(condition -> of(condition, known))
        .sorted(Comparator.comparingLong(Cover::postings))
        .limit(all.size() - least + 1L)
        .forEach(cover -> features.addAll(cover.features()));
    return of(features, known);
  }
}
