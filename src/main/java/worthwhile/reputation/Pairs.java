package worthwhile.reputation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How often a reviewer rated the same requester. */
record Pairs(boolean[] first, boolean[] firstVerified, int[] times) {
  static Pairs of(RatingNetwork network) {
    int size = network.ratings();
    Pairs pairs = new Pairs(new boolean[size], new boolean[size], new int[size]);
    for (int requester = 0; requester < network.accounts(); requester++)
      pairs.count(network, network.from[requester], network.from[requester + 1]);
    return pairs;
  }

  private void count(RatingNetwork network, int from, int to) {
    Map<Integer, Integer> seen = new HashMap<>();
    Set<Integer> worked = new HashSet<>();
    for (int i = from; i < to; i++) {
      first[i] = seen.merge(network.reviewer[i], 1, Integer::sum) == 1;
      firstVerified[i] = network.verified[i] && worked.add(network.reviewer[i]);
    }
    for (int i = from; i < to; i++)
      times[i] =
          Objects.requireNonNull(
              seen.get(network.reviewer[i]), "the first pass counted each reviewer");
  }

  boolean isFirst(int rating) {
    return first[rating];
  }

  boolean isFirstVerified(int rating) {
    return firstVerified[rating];
  }
}
