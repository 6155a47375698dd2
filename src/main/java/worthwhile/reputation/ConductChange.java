package worthwhile.reputation;

/**
 * Whether a requester behaves otherwise of late: the ratings of the last 30 days before the newest
 * one differ from those before by more than twice what chance explains (Welch 1947). Then what was
 * before says little of what comes.
 */
final class ConductChange {
  static final long RECENT_MILLIS = 30L * 24 * 60 * 60 * 1000;

  /** So much of its weight an older rating keeps after a change. */
  static final double OLD_KEEPS = .1;

  private static final double BEYOND_CHANCE = 2;
  private static final double LEAST_VOICES = 3;

  /** Ratings that are all alike still vary by so much. */
  private static final double LEAST_VARIANCE = .05;

  private final Side recent = new Side();
  private final Side before = new Side();

  /** One side of the comparison: weighted mean, variance and effective number of ratings. */
  private static final class Side {
    private double weight;
    private double squares;
    private double sum;
    private double sumOfSquares;

    void add(double w, double value) {
      weight += w;
      squares += w * w;
      sum += w * value;
      sumOfSquares += w * value * value;
    }

    double mean() {
      return sum / weight;
    }

    double number() {
      return squares == 0 ? 0 : weight * weight / squares;
    }

    double errorOfMean() {
      double variance = Math.max(0, sumOfSquares / weight - mean() * mean());
      return (variance + LEAST_VARIANCE) / number();
    }
  }

  void add(boolean late, double weight, double value) {
    (late ? recent : before).add(weight, value);
  }

  boolean isEvident() {
    if (recent.number() < LEAST_VOICES || before.number() < LEAST_VOICES) return false;
    double error = Math.sqrt(recent.errorOfMean() + before.errorOfMean());
    return Math.abs(recent.mean() - before.mean()) > BEYOND_CHANCE * error;
  }
}
