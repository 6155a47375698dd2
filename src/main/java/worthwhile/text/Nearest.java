package worthwhile.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {
  private static final int LONGEST = 100;

  private Nearest() {}

  /**
   * The known word with the fewest letters changed, added or missing; absent if that would be more
   * than two and more than a third of the letters.
   */
  public static Optional<String> to(String wrong, Collection<String> known) {
    if (wrong.length() > LONGEST) return Optional.empty();
    int most = Math.max(2, wrong.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt(word -> distance(wrong, word)))
        .filter(word -> distance(wrong, word) <= most);
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) previous[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
