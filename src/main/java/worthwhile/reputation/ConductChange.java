package worthwhile.reputation;

/**
 * Whether a requester behaves otherwise of late: the ratings of the last 30 days before the newest
 * one differ from those before by more than two and a half times what chance explains (Student
 * 1908, with the spread of both sides together: a few recent ratings that happen to be alike would
 * look surer than they are). Then what was before says little of what comes.
 */
final class ConductChange {
  static final long RECENT_MILLIS = 30L * 24 * 60 * 60 * 1000;

  /** So much of its weight an older rating keeps after a change. */
  static final double OLD_KEEPS = .1;

  private static final double BEYOND_CHANCE = 2.5;
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

    double variance() {
      return Math.max(0, sumOfSquares / weight - mean() * mean());
    }
  }

  void add(boolean late, double weight, double value) {
    (late ? recent : before).add(weight, value);
  }

  boolean isEvident() {
    if (recent.number() < LEAST_VOICES || before.number() < LEAST_VOICES) return false;
    double both = recent.number() + before.number();
    double variance =
        (recent.variance() * recent.number() + before.variance() * before.number()) / both;
    double error =
        Math.sqrt(Math.max(variance, LEAST_VARIANCE) * (1 / recent.number() + 1 / before.number()));
    return Math.abs(recent.mean() - before.mean()) > BEYOND_CHANCE * error;
  }
}
