package worthwhile.reputation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What each rating weighs, 0 to 1, before its age. A reviewer has one voice per requester, however
 * often she rates; a new account without verified work has none.
 */
final class VoiceWeights {
  /** The most that verified work alone gives: it proves the work and not what is said of it. */
  static final double MOST_BY_WORK = .5;

  /** With verified work for so many requesters a reviewer has half of it. */
  static final double HALF_AT_REQUESTERS = 2;

  /** A reviewer's voices together weigh no more than so many full ones. */
  static final double MOST_TOGETHER = 300;

  /** Reviewers who rated the same so many requesters alike, and nobody else, share one voice. */
  static final int ALIKE_FROM = 3;

  private final RatingNetwork network;
  private final double[] trust;
  private final double[] byWork;
  private final double[] share;

  private VoiceWeights(RatingNetwork network, Pairs pairs, double[] trust) {
    this.network = network;
    this.trust = trust;
    byWork = byWork(pairs);
    share = share(pairs);
  }

  static double[] of(RatingNetwork network, Set<String> trusted) {
    Pairs pairs = Pairs.of(network);
    VoiceWeights weights = new VoiceWeights(network, pairs, Trust.from(trusted, network));
    return IntStream.range(0, network.ratings())
        .mapToDouble(i -> weights.of(i) / pairs.times()[i])
        .toArray();
  }

  private double of(int rating) {
    int by = network.reviewer[rating];
    double work = network.verified[rating] ? byWork[by] : 0;
    return Math.max(trust[by], work) * share[by];
  }

  private double[] byWork(Pairs pairs) {
    double[] requesters = new double[network.accounts()];
    for (int i = 0; i < network.ratings(); i++)
      if (pairs.isFirstVerified(i)) requesters[network.reviewer[i]]++;
    for (int i = 0; i < network.ratings(); i++)
      if (network.value[i] < 0 && trust[network.reviewer[i]] > 0)
        requesters[network.requester[i]] =
            0; // Of whom trusted accounts complain, she has no voice.
    return Arrays.stream(requesters)
        .map(n -> MOST_BY_WORK * n / (n + HALF_AT_REQUESTERS))
        .toArray();
  }

  private double[] share(Pairs pairs) {
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
      int same = requesters[by] >= ALIKE_FROM ? alike.get(signature[by]) : 1;
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
