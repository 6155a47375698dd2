package worthwhile.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/** Postings of one group, and what those of them pay per hour whose pay is known. */
public final class Sample {
  /** Fewer say nothing. */
  public static final int LEAST = 5;

  public static final Sample EMPTY = new Sample(0, new long[0]);

  private static final int MILLIONTHS = 6;
  private static final int CENTS = 2;

  private final int postings;
  private final long[] nets;

  private Sample(int postings, long[] sorted) {
    this.postings = postings;
    this.nets = sorted;
  }

  /**
   * A sample.
   *
   * @param postings with known pay or without
   * @param nets pay per hour of those where it is known, in millionths of a US dollar, in any order
   */
  static Sample of(int postings, long[] nets) {
    if (nets.length > postings) throw new IllegalArgumentException("more pays than postings");
    long[] sorted = nets.clone();
    Arrays.sort(sorted);
    return new Sample(postings, sorted);
  }

  /** How many postings there are. */
  public int postings() {
    return postings;
  }

  /** How many of them have a known pay per hour. */
  public int n() {
    return nets.length;
  }

  /** Whether that is enough to say what they pay. */
  public boolean isEnough() {
    return nets.length >= LEAST;
  }

  /** The middle in US dollars an hour; absent for too few. */
  public Optional<BigDecimal> median() {
    return quantile(2);
  }

  /** A quarter of them pay less than this; absent for too few. */
  public Optional<BigDecimal> lowerQuartile() {
    return quantile(1);
  }

  /** A quarter of them pay more than this; absent for too few. */
  public Optional<BigDecimal> upperQuartile() {
    return quantile(3);
  }

  /** Straight between the two that stand around it, so that the median of four is between two. */
  private Optional<BigDecimal> quantile(int quarters) {
    if (!isEnough()) return Optional.empty();
    long place = (nets.length - 1L) * quarters;
    int below = (int) (place / 4);
    BigDecimal low = BigDecimal.valueOf(nets[below], MILLIONTHS);
    long above = place % 4 == 0 ? nets[below] : nets[below + 1];
    BigDecimal step = BigDecimal.valueOf(above, MILLIONTHS).subtract(low);
    BigDecimal part = step.multiply(BigDecimal.valueOf(25 * (place % 4), 2));
    return Optional.of(low.add(part).setScale(CENTS, RoundingMode.HALF_UP));
  }

  /** How many of those with known pay leave at least this an hour, in US dollars. */
  public int atLeast(BigDecimal usd) {
    long least = usd.movePointRight(MILLIONTHS).setScale(0, RoundingMode.CEILING).longValue();
    int low = 0;
    int high = nets.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (nets[middle] < least) low = middle + 1;
      else high = middle;
    }
    return nets.length - low;
  }

  /** The share of those, in whole percent; absent for too few. */
  public Optional<Integer> percentAtLeast(BigDecimal usd) {
    return isEnough()
        ? Optional.of((int) Math.round(100.0 * atLeast(usd) / nets.length))
        : Optional.empty();
  }
}
