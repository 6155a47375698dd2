package worthwhile.warning.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words that the patterns are made of. A word that is written oddly is read as another one only
 * if that is among them, so that nothing else is changed.
 */
final class PatternWords {
  private static final int SHORTEST_BEGINNING = 4;
  private static final int SHORTEST_WHOLE = 4;
  private static final int LONG_BEGINNING = 6;
  private static final int LONGEST_ENDING = 4;

  private final Set<String> words = new HashSet<>();
  private final TreeSet<String> beginnings = new TreeSet<>();
  private final TreeSet<String> all = new TreeSet<>();

  /** For each beginning the longest other one that it begins with. */
  private final Map<String, String> shorter = new HashMap<>();

  PatternWords(Collection<Phrase> phrases) {
    for (Phrase phrase : phrases)
      for (Part part : phrase.parts())
        if (part instanceof Part.OneOf one) {
          words.addAll(one.words());
          beginnings.addAll(one.beginnings());
        }
    all.addAll(words);
    all.addAll(beginnings);
    String before = null;
    for (String each : beginnings) {
      while (before != null && !each.startsWith(before)) before = shorter.get(before);
      if (before != null) shorter.put(each, before);
      before = each;
    }
  }

  /** The longest beginning that the word has; null if it has none. */
  @Nullable String beginning(String word) {
    String found = beginnings.floor(word);
    while (found != null && !word.startsWith(found)) found = shorter.get(found);
    return found;
  }

  /** The next shorter beginning; null if there is none. */
  @Nullable String shorter(String beginning) {
    return shorter.get(beginning);
  }

  boolean has(String word) {
    if (words.contains(word)) return true;
    String beginning = beginning(word);
    return beginning != null && beginning.length() >= SHORTEST_BEGINNING;
  }

  /** Whether a known word begins with these letters. */
  boolean isStart(String letters) {
    String next = all.ceiling(letters);
    return next != null && next.startsWith(letters);
  }

  /** Whether two pieces are a known word that was cut in two. */
  boolean isHalf(String first, String second) {
    String whole = first + second;
    boolean are = first.length() >= SHORTEST_WHOLE && second.length() >= SHORTEST_WHOLE;
    if (are && words.contains(first) && words.contains(second)) return false;
    if (words.contains(whole)) return true;
    String beginning = beginning(whole);
    return beginning != null
        && beginning.length() > first.length() + 1
        && beginning.length() >= LONG_BEGINNING
        && whole.length() - beginning.length() <= LONGEST_ENDING;
  }

  /** The word as it is meant; null if that is not known. */
  @Nullable String meant(String odd) {
    String latin = PlainLetters.latin(odd);
    if (!latin.equals(odd) && has(latin)) return latin;
    String letters = PlainLetters.withoutLeet(latin);
    if (!letters.equals(odd) && has(letters)) return letters;
    String other = letters.replace("rn", "m").replace("vv", "w");
    if (!other.equals(letters) && has(other)) return other;
    String once = withoutRepeats(letters, 2);
    if (!once.equals(letters) && has(once)) return once;
    String single = withoutRepeats(letters, 1);
    return !single.equals(letters) && repeats(letters) && has(single) ? single : null;
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
