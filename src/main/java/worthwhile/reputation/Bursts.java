package worthwhile.reputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
  private final ReviewerVoice[] voices;

  private final Set<String> honest;

  /**
   * Bursts of a network.
   *
   * @param honest reviewers whose ratings people looked at and found honest
   */
  Bursts(RatingNetwork network, ReviewerVoice[] voices, Set<String> honest) {
    this.network = network;
    this.voices = voices;
    this.honest = honest;
  }

  /** Sets the weights of what is frozen to 0; which ratings that are. */
  List<Integer> freeze(int requester, double[] weights) {
    List<Integer> frozen = new ArrayList<>();
    freeze(requester, weights, true, frozen);
    freeze(requester, weights, false, frozen);
    return frozen;
  }

  private void freeze(int requester, double[] weights, boolean good, List<Integer> all) {
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
    for (int i = 0; i < suspects.length; i++) {
      if (!frozen[i]) continue;
      weights[suspects[i]] = 0;
      all.add(suspects[i]);
    }
  }

  private boolean isOfNewAccount(int rating) {
    if (honest.contains(network.name(network.reviewer[rating]))) return false;
    return network.at[rating] - voices[network.reviewer[rating]].since().toEpochMilli()
        < NEW_MILLIS;
  }
}
