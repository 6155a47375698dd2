package worthwhile.warning.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says whether a text takes back something that it says: "no fee", "we pay the fee". */
final class Negations {
  /** What a sum of nothing reads as, which is a negator too. */
  static final String NOTHING = "zero";

  private static final int WITHIN = 4;
  private static final int OTHERS_WITHIN = 2;
  private static final int SHORTLY = 2;
  private static final int LONGEST_ASIDE = 8;

  private final Set<String> negators;
  private final Set<String> late;
  private final Set<String> firm;
  private final Set<String> unable;
  private final Set<String> turns;
  private final Set<String> until;
  private final Set<String> before;
  private final Set<String> or;
  private final Set<String> ofNouns;
  private final Set<String> demands;
  private final Set<String> vietnamese;
  private final Set<Cue> evenNegated;
  private final Map<Cue, Set<String>> notAfter;

  /** By the lists of words of these rules. */
  Negations(RuleFiles.Content content) {
    negators = content.words("negator");
    late = content.words("late-negator");
    firm = content.words("firm-negator");
    unable = content.words("unable");
    turns = content.words("turn");
    until = content.words("until");
    before = content.words("before");
    or = content.words("or");
    ofNouns = content.words("noun-negator");
    demands = content.words("demand");
    vietnamese = content.words("vietnamese");
    evenNegated = content.evenNegated();
    notAfter = content.notAfter();
  }

  /** Whether a word is one of a list; "mặt" is no Hindi "mat". */
  private boolean is(Set<String> list, Word word) {
    return list.contains(word.text()) && (!word.vietnamese() || vietnamese.contains(word.text()));
  }

  boolean isNegator(Word word) {
    return is(negators, word);
  }

  /** Whether it counts for a cue although it is negated. */
  boolean isEvenNegated(Cue cue) {
    return evenNegated.contains(cue);
  }

  /** Whether somebody else does it, by the words right before it. */
  boolean isOfOthers(Cue cue, List<Word> words, int start) {
    Set<String> others = notAfter.get(cue);
    if (others == null) return false;
    for (int i = start - 1; i >= 0 && start - i <= OTHERS_WITHIN; i--) {
      if (isApart(words, i, start)) return false;
      if (is(others, words.get(i))) return true;
    }
    return false;
  }

  /** Whether these words are negated, before them, among them or behind them. */
  boolean isTakenBack(List<Word> words, int start, int end) {
    return isBefore(words, start, end) || isLateWithin(words, start, end) || isLate(words, end);
  }

  /** "Fee nahi hai, ...": what ends at the comma is negated, and what follows is something else. */
  private boolean isLateWithin(List<Word> words, int start, int end) {
    boolean negated = false;
    for (int i = start + 1; i < end; i++) {
      if (negated && isNewClause(words, i)) return true;
      negated |= is(late, words.get(i));
    }
    return false;
  }

  /** How far of these words what negates them reaches. */
  int reach(List<Word> words, int start, int end) {
    for (int i = start + 1; i < end; i++)
      if (isNewClause(words, i) && !isListed(words, i, end)) return i;
    return end;
  }

  /** Whether the sum in these words or right behind them is none: "registration fee: $0". */
  static boolean isOfNothing(List<Word> words, int start, int end) {
    for (int i = start; i <= end && i < words.size(); i++)
      if (words.get(i).kind() == Kind.MONEY
          && words.get(i).text().equals(NOTHING)
          && !isApart(words, start, i)) return true;
    return false;
  }

  private boolean isLate(List<Word> words, int end) {
    for (int i = end; i < words.size() && i - end < WITHIN; i++) {
      if (isApart(words, end - 1, i)) return false;
      if (is(late, words.get(i))) return true;
    }
    return false;
  }

  /**
   * A negation reaches over a comma only within a list or around an aside; the no of a noun not to
   * what is demanded behind it: "No experience, pay the registration or training fee".
   */
  private boolean isBefore(List<Word> words, int start, int end) {
    boolean demanded = false;
    for (int i = start - 1; i >= 0 && start - i <= WITHIN; i--) {
      if (isApart(words, i, start)) return false;
      if (isNewClause(words, i + 1)) {
        if (!isListed(words, i + 1, end)) return isFirm(words, i);
        demanded |= is(demands, words.get(i + 1));
      }
      Word word = words.get(i);
      if (is(turns, word) || is(until, word)) return false;
      if (start - i <= SHORTLY && is(before, word)) return false;
      if (demanded && is(ofNouns, word)) return false;
      if (is(negators, word)) return !isCondition(words, i, start, end);
    }
    return false;
  }

  private static boolean isApart(List<Word> words, int one, int other) {
    return words.get(one).sentence() != words.get(other).sentence();
  }

  private static boolean isNewClause(List<Word> words, int at) {
    return words.get(at).clause() != words.get(at - 1).clause();
  }

  /** "registration, training or activation fees". */
  private boolean isListed(List<Word> words, int from, int end) {
    for (int i = from; i < end; i++) if (is(or, words.get(i))) return true;
    return false;
  }

  /** "Never, under any circumstances, pay": the word before the comma, or before the aside. */
  private boolean isFirm(List<Word> words, int at) {
    if (is(firm, words.get(at))) return true;
    int first = at;
    while (first > 0 && !isNewClause(words, first) && at - first < LONGEST_ASIDE) first--;
    return first > 0
        && isNewClause(words, first)
        && !isApart(words, first - 1, at)
        && is(firm, words.get(first - 1));
  }

  /** "You cannot withdraw until you pay": only the beginning is negated. */
  private boolean isCondition(List<Word> words, int negator, int start, int end) {
    if (start - negator > SHORTLY) return false;
    boolean cannot = is(unable, words.get(negator));
    for (int i = start + 1; i < end - 1; i++) {
      Word word = words.get(i);
      if (is(until, word) || (cannot && is(before, word))) return true;
    }
    return false;
  }
}
