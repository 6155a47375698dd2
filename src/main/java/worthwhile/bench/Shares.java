package worthwhile.bench;

import java.util.Arrays;

/** What half, 19 of 20 and 99 of 100 took at most. */
public record Shares(double p50, double p95, double p99) {
  /** Of so many times, in any order. */
  public static Shares of(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return new Shares(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
  }

  private static double at(double[] sorted, double share) {
    return Math.round(sorted[(int) Math.round(share * (sorted.length - 1))] * 100) / 100.0;
  }
}
