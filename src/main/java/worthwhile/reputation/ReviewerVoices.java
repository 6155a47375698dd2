package worthwhile.reputation;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The voice of each account of a network, worked out from all of its ratings. */
final class ReviewerVoices {
  /** A reviewer's voices together weigh no more than so many full ones. */
  static final double MOST_TOGETHER = 300;

  /** Reviewers who rated the same so many requesters alike, and nobody else, share one voice. */
  static final int ALIKE_FROM = 3;

  private final RatingNetwork network;
  private final Pairs pairs;
  private final double[] trust;

  private ReviewerVoices(RatingNetwork network, Set<String> trusted) {
    this.network = network;
    pairs = Pairs.of(network);
    trust = Trust.from(trusted, network);
  }

  /** By the account's number; null for one that rated nobody. */
  static ReviewerVoice[] of(RatingNetwork network, Set<String> trusted) {
    return new ReviewerVoices(network, trusted).all();
  }

  private ReviewerVoice[] all() {
    int[] worked = new int[network.accounts()];
    boolean[] silenced = new boolean[network.accounts()];
    long[] since = new long[network.accounts()];
    Arrays.fill(since, Long.MAX_VALUE);
    for (int i = 0; i < network.ratings(); i++) {
      int by = network.reviewer[i];
      if (pairs.isFirstVerified(i)) worked[by]++;
      since[by] = Math.min(since[by], network.at[i]);
      // Of whom trusted accounts complain, she has no voice.
      if (network.value[i] < 0 && trust[by] > 0) silenced[network.requester[i]] = true;
    }
    double[] share = share();
    ReviewerVoice[] voices = new ReviewerVoice[network.accounts()];
    for (int by = 0; by < voices.length; by++)
      if (since[by] != Long.MAX_VALUE)
        voices[by] =
            new ReviewerVoice(
                trust[by], worked[by], share[by], silenced[by], Instant.ofEpochMilli(since[by]));
    return voices;
  }

  private double[] share() {
    int[] requesters = new int[network.accounts()];
    long[] signature = new long[network.accounts()];
    for (int i = 0; i < network.ratings(); i++) {
      if (!pairs.isFirst(i)) continue;
      int by = network.reviewer[i];
      requesters[by]++;
      signature[by] += mixed(2L * network.requester[i] + (network.value[i] < 0 ? 1 : 0));
    }
    Map<Long, Integer> alike = new HashMap<>();
    for (int by = 0; by < signature.length; by++)
      if (requesters[by] >= ALIKE_FROM) alike.merge(signature[by], 1, Integer::sum);
    double[] share = new double[signature.length];
    for (int by = 0; by < share.length; by++) {
      int same =
          requesters[by] >= ALIKE_FROM
              ? Objects.requireNonNull(
                  alike.get(signature[by]), "signatures of so many were counted above")
              : 1;
      share[by] = Math.min(1, MOST_TOGETHER / Math.max(1, requesters[by])) / same;
    }
    return share;
  }

  /** SplitMix64 (Steele et al. 2014): equal sets have equal sums, others practically never. */
  private static long mixed(long x) {
    long z = (x + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
