package worthwhile.pay.study;

/** A number's value before any data, and how far it may well be off. */
record Belief(double mean, double deviation) {
  /** How much less likely this value is than the mean: a logarithm, 0 or more. */
  double penalty(double value) {
    double off = (value - mean) / deviation;
    return 0.5 * off * off;
  }
}
