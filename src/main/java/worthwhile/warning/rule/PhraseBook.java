package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds all patterns in a text in one pass. Each step is counted, so that no text holds a thread
 * for long.
 */
final class PhraseBook {
  private static final int NEGATED_WITHIN = 4;
  private static final int OTHERS_WITHIN = 2;

  private final PatternWords vocabulary;
  private final Set<String> negators;
  private final Set<String> lateNegators;
  private final Set<String> evenNegated;
  private final Map<String, Set<String>> notAfter;
  private final Map<String, List<Phrase>> byWord = new HashMap<>();
  private final Map<String, List<Phrase>> byBeginning = new HashMap<>();
  private final Map<Kind, List<Phrase>> byKind = new EnumMap<>(Kind.class);

  /**
   * A book of these patterns.
   *
   * @param negators words that turn what follows in the sentence into its opposite
   * @param lateNegators words that do so behind it
   * @param evenNegated cues for which that does not matter
   * @param notAfter for some cues words that, right before them, say that somebody else does it
   */
  PhraseBook(
      Collection<Phrase> phrases,
      PatternWords vocabulary,
      Set<String> negators,
      Set<String> lateNegators,
      Set<String> evenNegated,
      Map<String, Set<String>> notAfter) {
    this.vocabulary = vocabulary;
    this.negators = negators;
    this.lateNegators = lateNegators;
    this.evenNegated = evenNegated;
    this.notAfter = notAfter;
    for (Phrase phrase : phrases) {
      Part.OneOf first = phrase.first();
      first.words().forEach(word -> put(byWord, word, phrase));
      first.beginnings().forEach(beginning -> put(byBeginning, beginning, phrase));
      first.kinds().forEach(kind -> put(byKind, kind, phrase));
    }
  }

  private static <K> void put(Map<K, List<Phrase>> map, K key, Phrase phrase) {
    map.computeIfAbsent(key, _ -> new ArrayList<>()).add(phrase);
  }

  /** What was found, and whether the whole text was gone through. */
  record Found(Map<String, List<Sign>> signs, boolean whole) {}

  Found in(List<Word> words, int mostSteps) {
    Search search = new Search(words, mostSteps);
    for (int i = 0; i < words.size() && search.steps > 0; i++) {
      Word word = words.get(i);
      search.all(byWord.getOrDefault(word.text(), List.of()), i);
      for (String beginning = vocabulary.beginning(word.text());
          beginning != null;
          beginning = vocabulary.shorter(beginning))
        search.all(byBeginning.getOrDefault(beginning, List.of()), i);
      search.all(byKind.getOrDefault(word.kind(), List.of()), i);
    }
    return new Found(search.found, search.steps > 0);
  }

  private final class Search {
    private static final int MOST_OF_A_CUE = 12;

    private final List<Word> words;
    private final Map<String, List<Sign>> found = new HashMap<>();
    private int steps;

    Search(List<Word> words, int mostSteps) {
      this.words = words;
      this.steps = mostSteps;
    }

    void all(List<Phrase> phrases, int at) {
      for (Phrase phrase : phrases) {
        List<Sign> signs = found.computeIfAbsent(phrase.cue(), _ -> new ArrayList<>());
        if (signs.size() >= MOST_OF_A_CUE || isTold(signs, at)) continue;
        int end = end(phrase.parts(), 1, at + 1);
        if (end < 0 || isNegated(phrase.cue(), at, end)) continue;
        signs.add(Sign.of(phrase.cue(), words.get(at).start(), words.get(end - 1).end()));
      }
    }

    private boolean isTold(List<Sign> signs, int at) {
      return !signs.isEmpty() && signs.getLast().start() == words.get(at).start();
    }

    /** Behind which word the rest of a pattern ends; -1 if it does not fit. */
    private int end(List<Part> parts, int part, int at) {
      if (part == parts.size()) return at;
      if (--steps < 0) return -1;
      return switch (parts.get(part)) {
        case Part.Gap(int most) -> behindGap(parts, part + 1, at, most);
        case Part.OneOf one -> {
          if (isInSentence(at) && one.fits(words.get(at))) {
            int end = end(parts, part + 1, at + 1);
            if (end >= 0) yield end;
          }
          yield one.optional() ? end(parts, part + 1, at) : -1;
        }
      };
    }

    private int behindGap(List<Part> parts, int part, int at, int most) {
      for (int skipped = 0; skipped <= most; skipped++) {
        if (skipped > 0 && !isInSentence(at + skipped)) return -1;
        int end = end(parts, part, at + skipped);
        if (end >= 0) return end;
      }
      return -1;
    }

    /** Whether the word stands in the sentence of the one before it. */
    private boolean isInSentence(int at) {
      return at < words.size() && words.get(at).sentence() == words.get(at - 1).sentence();
    }

    private boolean isNegated(String cue, int start, int end) {
      if (isBehind(notAfter.getOrDefault(cue, Set.of()), start, OTHERS_WITHIN)) return true;
      if (evenNegated.contains(cue)) return false;
      int sentence = words.get(start).sentence();
      if (isBehind(negators, start, NEGATED_WITHIN)) return true;
      for (int i = end; i < words.size() && i - end < NEGATED_WITHIN; i++) {
        if (words.get(i).sentence() != sentence) break;
        if (lateNegators.contains(words.get(i).text())) return true;
      }
      return false;
    }

    private boolean isBehind(Set<String> some, int start, int within) {
      int sentence = words.get(start).sentence();
      for (int i = start - 1; i >= 0 && start - i <= within; i--) {
        if (words.get(i).sentence() != sentence) return false;
        if (some.contains(words.get(i).text())) return true;
      }
      return false;
    }
  }
}
