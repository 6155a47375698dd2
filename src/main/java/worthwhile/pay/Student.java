package worthwhile.pay;

import org.hipparchus.special.Gamma;

/**
 * What is believed of the logarithm of a task's typical seconds where the width of the belief is
 * uncertain itself: Student's t.
 */
final class Student {
  private final double mean;
  private final double scale;
  private final double freedom;
  private final double norm;
  private final double power;

  /**
   * Around this mean.
   *
   * @param norm the density's constant for scale 1, see {@link #norm}
   * @param scale more than 0
   * @param freedom more than 0; the fewer, the heavier the tails
   */
  Student(double norm, double mean, double scale, double freedom) {
    if (!(scale > 0 && freedom > 0))
      throw new IllegalArgumentException("scale and freedom must be more than 0");
    this.mean = mean;
    this.scale = scale;
    this.freedom = freedom;
    this.norm = norm / scale;
    power = -(freedom + 1) / 2;
  }

  /** The density's constant for scale 1: the same for all beliefs of as many degrees of freedom. */
  static double norm(double freedom) {
    return Math.exp(logNorm(1, freedom));
  }

  /** The logarithm of the density's constant in so many dimensions, for scale 1. */
  static double logNorm(int dimensions, double freedom) {
    return Gamma.logGamma((freedom + dimensions) / 2)
        - Gamma.logGamma(freedom / 2)
        - dimensions / 2.0 * Math.log(freedom * Math.PI);
  }

  double mean() {
    return mean;
  }

  /** Further from the mean lies nothing worth mentioning. */
  double reach() {
    return scale * (5 + 15 / freedom);
  }

  double density(double x) {
    double distance = (x - mean) / scale;
    return norm * Math.pow(1 + distance * distance / freedom, power);
  }
}
