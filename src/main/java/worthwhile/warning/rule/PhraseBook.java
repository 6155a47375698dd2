package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds all patterns in a text in one pass. Each step is counted, so that no text holds a thread
 * for long.
 */
final class PhraseBook {
  private final PatternWords vocabulary;
  private final Negations negations;
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
   * @param negations what takes back something that is said
   * @param cues how many there are
   */
  PhraseBook(Collection<Phrase> phrases, PatternWords vocabulary, Negations negations, int cues) {
    this.vocabulary = vocabulary;
    this.negations = negations;
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

    /** Whether a word turns others into their opposite. */
    private final boolean[] negators;

    /** For each cue where the last piece ended that was taken back. */
    private final int[] takenBack = new int[cues];

    private final TextSigns found = new TextSigns(cues);
    private int steps;
    private boolean evenNegated;

    Search(List<Word> words, int mostSteps) {
      this.words = words;
      this.steps = mostSteps;
      numbers = new int[words.size()];
      beginnings = new int[words.size()];
      negators = new boolean[words.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = vocabulary.word(words.get(i).text());
        beginnings[i] = vocabulary.beginning(words.get(i).text());
        negators[i] = negations.isNegator(words.get(i));
      }
    }

    void all(List<Pattern> patterns, int at) {
      for (int i = 0; i < patterns.size(); i++) {
        Pattern pattern = patterns.get(i);
        List<Sign> signs = found.of(pattern.cue());
        if (signs.size() >= MOST_OF_A_CUE || isTold(signs, at)) continue;
        if (at < takenBack[pattern.cue().number()]) continue;
        evenNegated = negations.isEvenNegated(pattern.cue());
        int end = end(pattern.steps(), 1, at + 1);
        if (end >= 0) found(pattern.cue(), at, end);
      }
    }

    /** What is taken back is so as a whole: no piece of it counts. */
    private void found(Cue cue, int at, int end) {
      if (negations.isOfOthers(cue, words, at) || Negations.isOfNothing(words, at, end)) return;
      if (!evenNegated && negations.isTakenBack(words, at, end))
        takenBack[cue.number()] =
            Math.max(takenBack[cue.number()], negations.reach(words, at, end));
      else found.add(cue, Sign.of(cue.name(), words.get(at).start(), words.get(end - 1).end()));
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

    /** A gap ends with the sentence, and before a word that turns the rest into its opposite. */
    private int behindGap(List<Step> all, int step, int at, int most) {
      for (int skipped = 0; skipped <= most; skipped++) {
        if (skipped > 0 && !isSkipped(at + skipped - 1)) return -1;
        int end = end(all, step, at + skipped);
        if (end >= 0) return end;
      }
      return -1;
    }

    private boolean isSkipped(int at) {
      return isInSentence(at) && (evenNegated || !negators[at]);
    }

    /** Whether the word stands in the sentence of the one before it. */
    private boolean isInSentence(int at) {
      return at < words.size() && words.get(at).sentence() == words.get(at - 1).sentence();
    }
  }
}
