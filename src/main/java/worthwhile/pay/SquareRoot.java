package worthwhile.pay;

/** The square root of a covariance, as a lower triangle (Cholesky). */
final class SquareRoot {
  private final double[][] lower;

  /**
   * Of this covariance, whose rows end at the diagonal; it is overwritten.
   *
   * @throws IllegalArgumentException if it is no covariance of different things
   */
  SquareRoot(double[][] covariance) {
    lower = covariance;
    for (int i = 0; i < lower.length; i++) {
      double[] row = lower[i];
      for (int j = 0; j < i; j++) row[j] = (row[j] - product(row, lower[j], j)) / lower[j][j];
      double left = row[i] - product(row, row, i);
      if (!(left > 0)) throw new IllegalArgumentException("not positive definite at " + i);
      row[i] = Math.sqrt(left);
    }
  }

  private static double product(double[] a, double[] b, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) sum += a[i] * b[i];
    return sum;
  }

  static double product(double[] a, double[] b) {
    return product(a, b, a.length);
  }

  /** What, multiplied with the root, gives this. */
  double[] solve(double[] right) {
    double[] solved = new double[right.length];
    for (int i = 0; i < right.length; i++)
      solved[i] = (right[i] - product(lower[i], solved, i)) / lower[i][i];
    return solved;
  }

  /** The logarithm of the determinant of the root. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) sum += Math.log(lower[i][i]);
    return sum;
  }
}
