package worthwhile.warning.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which postings are nearly the same, so that none is told from its twin. */
final class Twins {
  private static final double ALIKE = 0.85;

  private final int[] parent;

  private Twins(int count) {
    parent = new int[count];
    for (int i = 0; i < count; i++) parent[i] = i;
  }

  /**
   * For each posting the number of its group: two are in one if the cosine of their words is
   * {@value #ALIKE} or more, or if both are in one with a third.
   */
  static int[] groups(List<KnownText> texts) {
    Twins twins = new Twins(texts.size());
    Map<String, List<Use>> uses = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) twins.join(i, texts.get(i).words(), uses);
    int[] groups = new int[texts.size()];
    for (int i = 0; i < groups.length; i++) groups[i] = twins.root(i);
    return groups;
  }

  private record Use(int text, double share) {}

  private void join(int text, List<String> words, Map<String, List<Use>> uses) {
    Map<String, Integer> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    double length = Math.sqrt(counts.values().stream().mapToDouble(n -> (double) n * n).sum());
    double[] cosines = new double[text];
    counts.forEach(
        (word, count) -> {
          List<Use> others = uses.computeIfAbsent(word, _ -> new ArrayList<>());
          others.forEach(other -> cosines[other.text()] += other.share() * count / length);
          others.add(new Use(text, count / length));
        });
    for (int other = 0; other < text; other++)
      if (cosines[other] >= ALIKE) parent[root(text)] = root(other);
  }

  private int root(int text) {
    int at = text;
    while (parent[at] != at) at = parent[at];
    return at;
  }
}
