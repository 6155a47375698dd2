package worthwhile.reputation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds ratings that came in a burst of new accounts: many within three days that all say the same,
 * by accounts first seen less than 30 days before, and more than everybody else says. They weigh
 * nothing until somebody has looked at them; they are told, not dropped.
 */
final class Bursts {
  static final int LEAST = 8;
  static final long WINDOW_MILLIS = 3L * 24 * 60 * 60 * 1000;
  static final long NEW_MILLIS = 30L * 24 * 60 * 60 * 1000;

  private final RatingNetwork network;
  private final long[] firstSeen;

  Bursts(RatingNetwork network) {
    this.network = network;
    firstSeen = new long[network.accounts()];
    Arrays.fill(firstSeen, Long.MAX_VALUE);
    for (int i = 0; i < network.ratings(); i++) {
      int by = network.reviewer[i];
      firstSeen[by] = Math.min(firstSeen[by], network.at[i]);
    }
  }

  /** Sets the weights of what is frozen to 0; how many that are. */
  int freeze(int requester, double[] weights) {
    return freeze(requester, weights, true) + freeze(requester, weights, false);
  }

  private int freeze(int requester, double[] weights, boolean good) {
    int from = network.from[requester];
    int to = network.from[requester + 1];
    int[] suspects =
        IntStream.range(from, to)
            .filter(i -> weights[i] > 0 && network.value[i] > 0 == good && isOfNewAccount(i))
            .toArray();
    long others = IntStream.range(from, to).filter(i -> weights[i] > 0).count() - suspects.length;
    boolean[] frozen = new boolean[suspects.length];
    for (int last = LEAST - 1; last < suspects.length; last++) {
      int first = last - LEAST + 1;
      boolean dense =
          network.at[suspects[last]] - network.at[suspects[first]] <= WINDOW_MILLIS
              && suspects.length > others;
      if (dense) Arrays.fill(frozen, first, last + 1, true);
    }
    int count = 0;
    for (int i = 0; i < suspects.length; i++) {
      if (!frozen[i]) continue;
      weights[suspects[i]] = 0;
      count++;
    }
    return count;
  }

  private boolean isOfNewAccount(int rating) {
    return network.at[rating] - firstSeen[network.reviewer[rating]] < NEW_MILLIS;
  }
}
