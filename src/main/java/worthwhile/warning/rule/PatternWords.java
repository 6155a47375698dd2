package worthwhile.warning.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import worthwhile.warning.rule.LetterTree.Place;

/**
 * The words that the patterns are made of. A word that is written oddly is read as another one only
 * if that is among them, so that nothing else is changed.
 */
final class PatternWords {
  private static final int SHORTEST_BEGINNING = 4;
  private static final int SHORTEST_WHOLE = 4;
  private static final int LONG_BEGINNING = 6;
  private static final int LONGEST_ENDING = 4;

  private final LetterTree tree = new LetterTree();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> beginnings = new HashMap<>();

  /** Of each beginning its length. */
  private final int[] lengths;

  /** For each beginning the longest other one that it begins with. */
  private final int[] shorter;

  PatternWords(Collection<Phrase> phrases) {
    for (Phrase phrase : phrases)
      for (Part part : phrase.parts())
        if (part instanceof Part.OneOf one) {
          one.words().forEach(word -> words.putIfAbsent(word, words.size()));
          one.beginnings().forEach(each -> beginnings.putIfAbsent(each, beginnings.size()));
        }
    words.forEach(tree::putWord);
    beginnings.forEach(tree::putBeginning);
    lengths = new int[beginnings.size()];
    shorter = new int[beginnings.size()];
    beginnings.forEach(
        (letters, number) -> {
          lengths[number] = letters.length();
          shorter[number] =
              letters.isEmpty() // any word begins so
                  ? LetterTree.NONE
                  : beginning(letters.substring(0, letters.length() - 1));
        });
  }

  /** How many words there are; their numbers are below. */
  int sizeOfWords() {
    return words.size();
  }

  /** How many beginnings there are; their numbers are below. */
  int sizeOfBeginnings() {
    return lengths.length;
  }

  /** The number of a word; {@link LetterTree#NONE} if it is not known. */
  int word(String word) {
    Place end = LetterTree.walk(tree.root(), word);
    return end == null ? LetterTree.NONE : end.word();
  }

  /** The number of the longest beginning that the word has; {@link LetterTree#NONE} if none. */
  int beginning(String word) {
    return beginning(tree.root(), word, tree.root().beginning());
  }

  /** The number of the longest beginning that a walk from a place finds; {@code known} if none. */
  private static int beginning(Place from, String letters, int known) {
    int longest = known;
    Place place = from;
    for (int i = 0; i < letters.length(); i++) {
      place = place.next(letters.charAt(i));
      if (place == null) return longest;
      if (place.beginning() >= 0) longest = place.beginning();
    }
    return longest;
  }

  /** The number of the next shorter beginning; {@link LetterTree#NONE} if there is none. */
  int shorter(int beginning) {
    return shorter[beginning];
  }

  boolean has(String word) {
    Place place = tree.root();
    for (int i = 0; i < word.length(); i++) {
      place = place.next(word.charAt(i));
      if (place == null) return false;
      if (place.beginning() >= 0 && i + 1 >= SHORTEST_BEGINNING) return true;
    }
    return place.word() >= 0;
  }

  /** Whether a known word begins with these letters. */
  boolean isStart(String letters) {
    return LetterTree.walk(tree.root(), letters) != null;
  }

  /** Whether two pieces are a known word that was cut in two. */
  boolean isHalf(String first, String second) {
    Place middle = LetterTree.walk(tree.root(), first);
    if (middle == null) return false; // then nothing that is known begins so
    boolean are = first.length() >= SHORTEST_WHOLE && second.length() >= SHORTEST_WHOLE;
    if (are && middle.word() >= 0 && word(second) >= 0) return false;
    Place end = LetterTree.walk(middle, second);
    if (end != null && end.word() >= 0) return true;
    int beginning = beginning(middle, second, LetterTree.NONE);
    return beginning >= 0
        && lengths[beginning] > first.length() + 1
        && lengths[beginning] >= LONG_BEGINNING
        && first.length() + second.length() - lengths[beginning] <= LONGEST_ENDING;
  }

  /** The word as it is meant; null if that is not known. */
  @Nullable String meant(String odd) {
    if (!isOdd(odd)) return null;
    String latin = PlainLetters.latin(odd);
    if (!latin.equals(odd) && has(latin)) return latin;
    String letters = PlainLetters.withoutLeet(latin);
    if (!letters.equals(odd) && has(letters)) return letters;
    String other = letters.replace("rn", "m").replace("vv", "w");
    if (!other.equals(letters) && has(other)) return other;
    if (!repeats(letters)) return null;
    String once = withoutRepeats(letters, 2);
    if (!once.equals(letters) && has(once)) return once;
    String single = withoutRepeats(letters, 1);
    return !single.equals(letters) && has(single) ? single : null;
  }

  /** Whether any of it may stand for something else. */
  private static boolean isOdd(String word) {
    char before = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (PlainLetters.mayStandFor(c)) return true;
      if ((c == 'n' && before == 'r') || (c == 'v' && before == 'v')) return true;
      before = c;
    }
    return repeats(word);
  }

  private static boolean repeats(String word) {
    for (int i = 2; i < word.length(); i++)
      if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) return true;
    return false;
  }

  private static String withoutRepeats(String word, int most) {
    StringBuilder kept = new StringBuilder();
    int run = 0;
    for (int i = 0; i < word.length(); i++) {
      run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
      if (run <= most) kept.append(word.charAt(i));
    }
    return kept.toString();
  }
}
