package worthwhile.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import worthwhile.source.Sources.Problem;

/** Collects what is wrong while a file is read, so that one mistake does not hide the next. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Place place, String message) {
    found.add(new Problem(place.file(), place.line(), message));
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  boolean any() {
    return !found.isEmpty();
  }

  List<Problem> all() {
    return List.copyOf(found);
  }

  /** " (did you mean x?)", or what is allowed where nothing is near. */
  static String hint(String wrong, Collection<String> allowed) {
    String nearest = null;
    int best = Integer.MAX_VALUE;
    for (String candidate : allowed) {
      int distance = distance(wrong, candidate);
      if (distance < best) {
        best = distance;
        nearest = candidate;
      }
    }
    if (nearest != null && best <= Math.max(2, wrong.length() / 3))
      return "; did you mean '" + nearest + "'?";
    return "; allowed: " + String.join(", ", allowed);
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
