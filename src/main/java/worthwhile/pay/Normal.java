package worthwhile.pay;

/**
 * What is believed of the logarithm of a task's typical seconds, as a normal distribution.
 *
 * @param variance more than 0
 */
public record Normal(double mean, double variance) {
  public Normal {
    if (!(variance > 0)) throw new IllegalArgumentException("variance must be more than 0");
  }

  /** A belief about so many seconds, with a standard deviation in the logarithm. */
  static Normal around(double seconds, double deviation) {
    return new Normal(Math.log(seconds), deviation * deviation);
  }

  double deviation() {
    return Math.sqrt(variance);
  }

  double logDensity(double x) {
    double distance = x - mean;
    return -0.5 * (distance * distance / variance + Math.log(variance));
  }

  /** Both at once: the product of the two, without its weight. */
  public Normal and(Normal other) {
    double both = variance + other.variance;
    return new Normal(
        (mean * other.variance + other.mean * variance) / both, variance * other.variance / both);
  }
}
