package worthwhile.reputation;

import java.util.Arrays;
import java.util.Set;

/**
 * How far each account is trusted, 0 to 1, spreading from accounts that an operator trusts.
 *
 * <p>Trust walks outward along good ratings: an account one step further is judged by the accounts
 * nearer to the trusted ones, never by those that hang on itself. So a ring that praises itself, or
 * accounts that were made for the purpose, stay without trust however many they are: nobody nearer
 * vouches for them. One complaint of an account as near or nearer takes an account's own voice
 * away, though not its score. The idea of the walk is that of MoleTrust (Massa and Avesani 2007);
 * unlike EigenTrust (Kamvar et al. 2003) no trust is caught in a cycle.
 */
final class Trust {
  /** So much praise, weighed by the trust of who gives it, makes an account half trusted. */
  static final double HALF_TRUSTED_AT = .3;

  private static final int UNREACHED = Integer.MAX_VALUE;

  private final RatingNetwork network;
  private final int[] steps;
  private final double[] trust;

  private Trust(RatingNetwork network) {
    this.network = network;
    steps = new int[network.accounts()];
    Arrays.fill(steps, UNREACHED);
    trust = new double[network.accounts()];
  }

  /** Trust of each account by its number; those of {@code trusted} begin with 1. */
  static double[] from(Set<String> trusted, RatingNetwork network) {
    Trust walk = new Trust(network);
    for (String account : trusted) walk.begin(network.number(account));
    for (int step = 0; walk.reaches(step + 1); step++) walk.judge(step + 1);
    return walk.trust;
  }

  private void begin(int account) {
    if (account < 0) return;
    steps[account] = 0;
    trust[account] = 1;
  }

  /** Marks what somebody with a voice, one step nearer, praises; false if that is nobody. */
  private boolean reaches(int step) {
    boolean any = false;
    for (int i = 0; i < network.ratings(); i++) {
      int rated = network.requester[i];
      if (steps[rated] < step || !speaks(network.reviewer[i], step - 1)) continue;
      if (network.value[i] <= 0 || steps[rated] == step) continue;
      steps[rated] = step;
      any = true;
    }
    return any;
  }

  private boolean speaks(int account, int most) {
    return steps[account] <= most && trust[account] > 0;
  }

  private void judge(int step) {
    double[] praise = new double[trust.length];
    boolean[] complaint = new boolean[trust.length];
    for (int i = 0; i < network.ratings(); i++) {
      int rated = network.requester[i];
      int by = network.reviewer[i];
      if (steps[rated] != step || !speaks(by, step - 1)) continue;
      praise[rated] += trust[by] * Math.max(0, network.value[i]);
      complaint[rated] |= network.value[i] < 0;
    }
    for (int account = 0; account < trust.length; account++)
      if (steps[account] == step && !complaint[account])
        trust[account] = praise[account] / (praise[account] + HALF_TRUSTED_AT);
    silence(step);
  }

  /** Takes the voice of those of whom another of the same step complains; who began keeps it. */
  private void silence(int step) {
    boolean[] silenced = new boolean[trust.length];
    for (int i = 0; i < network.ratings(); i++) {
      boolean equals = steps[network.requester[i]] == step && steps[network.reviewer[i]] == step;
      if (equals && network.value[i] < 0 && trust[network.reviewer[i]] > 0)
        silenced[network.requester[i]] = true;
    }
    for (int account = 0; account < trust.length; account++)
      if (silenced[account]) trust[account] = 0;
  }
}
