package worthwhile.warning.study;

import java.util.List;

/**
 * A logistic curve that makes a share of frauds of a sum (Platt 1999): nothing is made certain, the
 * less so the less was told.
 *
 * @param steepness how fast it rises
 * @param height of the curve at zero, as a logarithm of odds
 */
record Curve(double steepness, double height) {
  private static final int STEPS = 100;
  private static final double PULL = 1e-3;

  /**
   * A sum told of a posting.
   *
   * @param weight how much it counts
   */
  record Told(double sum, boolean fraud, double weight) {}

  /** The curve under which what was told is likeliest (Newton's method). */
  static Curve through(List<Told> told) {
    double a = 1;
    double b = 0;
    double frauds = weight(told, true);
    double genuine = weight(told, false);
    for (int step = 0; step < STEPS; step++) {
      double[] d = new double[5]; // gradient of a and b, curvature aa, ab, bb
      d[0] = PULL * a;
      d[2] = PULL;
      d[4] = PULL;
      for (Told one : told) {
        double share = 1 / (1 + Math.exp(-a * one.sum() - b));
        double error =
            one.weight()
                * (share - (one.fraud() ? (frauds + 1) / (frauds + 2) : 1 / (genuine + 2)));
        double bend = one.weight() * share * (1 - share);
        d[0] += error * one.sum();
        d[1] += error;
        d[2] += bend * one.sum() * one.sum();
        d[3] += bend * one.sum();
        d[4] += bend;
      }
      double determinant = d[2] * d[4] - d[3] * d[3];
      a -= (d[4] * d[0] - d[3] * d[1]) / determinant;
      b -= (d[2] * d[1] - d[3] * d[0]) / determinant;
    }
    return new Curve(a, b);
  }

  private static double weight(List<Told> told, boolean fraud) {
    return told.stream().filter(one -> one.fraud() == fraud).mapToDouble(Told::weight).sum();
  }
}
