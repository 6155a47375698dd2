package worthwhile.reputation;

/**
 * Learns from the requesters of a platform what to assume of one of whom nothing is known: their
 * mean, and how many reviews the spread between them makes that worth (empirical Bayes by moments:
 * variance of single reviews over variance between requesters; 2.8 on Turkopticon).
 */
public final class PriorFit {
  /** With fewer requesters than this a platform says nothing of itself. */
  static final int LEAST_REQUESTERS = 20;

  private static final double LEAST_WEIGHT = .2;
  private static final double MOST_WEIGHT = 5;

  /** A new name never begins far from the middle: starting anew must not pay. */
  private static final double LEAST_MEAN = .3;

  private static final double MOST_MEAN = .6;

  private int requesters;
  private double means;
  private double squaresOfMeans;
  private double within;
  private double reviews;
  private double weight;
  private double inverse;

  /**
   * Adds a requester.
   *
   * @param n her reviews that count, at least 2
   * @param sum of their values, each 0 to 1
   * @param squares sum of the squares of the values
   * @param weights sum of what the reviews weigh
   */
  public void add(int n, double sum, double squares, double weights) {
    double mean = sum / n;
    requesters++;
    means += mean;
    squaresOfMeans += mean * mean;
    within += squares - n * mean * mean;
    reviews += n;
    weight += weights;
    inverse += 1.0 / n;
  }

  /** The assumption; the neutral one as long as too few requesters are known. */
  public Prior prior() {
    if (requesters < LEAST_REQUESTERS || reviews <= requesters) return Prior.NEUTRAL;
    double mean = means / requesters;
    double single = within / (reviews - requesters);
    double between =
        (squaresOfMeans - requesters * mean * mean) / (requesters - 1)
            - single * inverse / requesters;
    double worth = single / Math.max(between, 1e-6) * weight / reviews;
    return new Prior(
        Math.clamp(mean, LEAST_MEAN, MOST_MEAN), Math.clamp(worth, LEAST_WEIGHT, MOST_WEIGHT));
  }
}
