package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.Collection;
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
  private final Set<Cue> evenNegated;
  private final Map<Cue, Set<String>> notAfter;
  private final int cues;
  private final Table byWord;
  private final Table byBeginning;
  private final Table byKind;

  /** A pattern by the numbers of its words. */
  private record Pattern(Cue cue, List<Step> steps) {}

  /** The patterns that begin with what has this number. */
  private static final class Table {
    private final List<List<Pattern>> all = new ArrayList<>();

    Table(int size) {
      for (int i = 0; i < size; i++) all.add(new ArrayList<>());
    }

    void put(int number, Pattern pattern) {
      all.get(number).add(pattern);
    }

    List<Pattern> of(int number) {
      return all.get(number);
    }
  }

  /**
   * A book of these patterns.
   *
   * @param negators words that turn what follows in the sentence into its opposite
   * @param lateNegators words that do so behind it
   * @param evenNegated cues for which that does not matter
   * @param notAfter for some cues words that, right before them, say that somebody else does it
   * @param cues how many there are
   */
  PhraseBook(
      Collection<Phrase> phrases,
      PatternWords vocabulary,
      Set<String> negators,
      Set<String> lateNegators,
      Set<Cue> evenNegated,
      Map<Cue, Set<String>> notAfter,
      int cues) {
    this.vocabulary = vocabulary;
    this.negators = negators;
    this.lateNegators = lateNegators;
    this.evenNegated = evenNegated;
    this.notAfter = notAfter;
    this.cues = cues;
    byWord = new Table(vocabulary.sizeOfWords());
    byBeginning = new Table(vocabulary.sizeOfBeginnings());
    byKind = new Table(Kind.values().length);
    for (Phrase phrase : phrases) {
      Part.OneOf first = phrase.first();
      Pattern pattern = new Pattern(phrase.cue(), Step.all(phrase.parts(), vocabulary));
      first.words().forEach(word -> byWord.put(vocabulary.word(word), pattern));
      first
          .beginnings()
          .forEach(beginning -> byBeginning.put(vocabulary.beginning(beginning), pattern));
      first.kinds().forEach(kind -> byKind.put(kind.ordinal(), pattern));
    }
  }

  /** What was found, and whether the whole text was gone through. */
  record Found(TextSigns signs, boolean whole) {}

  Found in(List<Word> words, int mostSteps) {
    Search search = new Search(words, mostSteps);
    for (int i = 0; i < words.size() && search.steps > 0; i++) {
      if (search.numbers[i] >= 0) search.all(byWord.of(search.numbers[i]), i);
      for (int beginning = search.beginnings[i];
          beginning >= 0;
          beginning = vocabulary.shorter(beginning)) search.all(byBeginning.of(beginning), i);
      search.all(byKind.of(words.get(i).kind().ordinal()), i);
    }
    return new Found(search.found, search.steps > 0);
  }

  private final class Search {
    private static final int MOST_OF_A_CUE = 12;

    private final List<Word> words;

    /** Of each word its number and that of its longest beginning; below 0 where it has none. */
    private final int[] numbers;

    private final int[] beginnings;
    private final TextSigns found = new TextSigns(cues);
    private int steps;

    Search(List<Word> words, int mostSteps) {
      this.words = words;
      this.steps = mostSteps;
      numbers = new int[words.size()];
      beginnings = new int[words.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = vocabulary.word(words.get(i).text());
        beginnings[i] = vocabulary.beginning(words.get(i).text());
      }
    }

    void all(List<Pattern> patterns, int at) {
      for (int i = 0; i < patterns.size(); i++) {
        Pattern pattern = patterns.get(i);
        List<Sign> signs = found.of(pattern.cue());
        if (signs.size() >= MOST_OF_A_CUE || isTold(signs, at)) continue;
        int end = end(pattern.steps(), 1, at + 1);
        if (end < 0 || isNegated(pattern.cue(), at, end)) continue;
        found.add(
            pattern.cue(),
            Sign.of(pattern.cue().name(), words.get(at).start(), words.get(end - 1).end()));
      }
    }

    private boolean isTold(List<Sign> signs, int at) {
      return !signs.isEmpty() && signs.getLast().start() == words.get(at).start();
    }

    /** Behind which word the rest of a pattern ends; -1 if it does not fit. */
    private int end(List<Step> all, int step, int at) {
      if (step == all.size()) return at;
      if (--steps < 0) return -1;
      Step one = all.get(step);
      if (one.isGap()) return behindGap(all, step + 1, at, one.gap());
      if (isInSentence(at) && fits(one, at)) {
        int end = end(all, step + 1, at + 1);
        if (end >= 0) return end;
      }
      return one.optional() ? end(all, step + 1, at) : -1;
    }

    private boolean fits(Step step, int at) {
      if (step.fits(words.get(at).kind())) return true;
      if (numbers[at] >= 0 && step.fitsWord(numbers[at])) return true;
      for (int each = beginnings[at]; each >= 0; each = vocabulary.shorter(each))
        if (step.fitsBeginning(each)) return true;
      return false;
    }

    private int behindGap(List<Step> all, int step, int at, int most) {
      for (int skipped = 0; skipped <= most; skipped++) {
        if (skipped > 0 && !isInSentence(at + skipped)) return -1;
        int end = end(all, step, at + skipped);
        if (end >= 0) return end;
      }
      return -1;
    }

    /** Whether the word stands in the sentence of the one before it. */
    private boolean isInSentence(int at) {
      return at < words.size() && words.get(at).sentence() == words.get(at - 1).sentence();
    }

    private boolean isNegated(Cue cue, int start, int end) {
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
