package worthwhile.pay;

/**
 * How far workers' times on one task spread around the typical one: like Student's t in the
 * logarithm, whose scale differs from task to task and is itself uncertain.
 *
 * <p>The scale is log-normally distributed over tasks. Heavy tails let a timer left running or a
 * worker who clicked through weigh little by itself.
 *
 * @param width the middle of the scales
 * @param between standard deviation of the logarithm of the scale, between tasks of all requesters
 * @param freedom degrees of freedom of Student's t: the fewer, the heavier the tails
 * @param correlation of the workers of one task: 0 or more, below 1. They met the same instructions
 *     in the same days, so the typical time that some of them point to is off in common; many
 *     voices count for fewer, and never for more than 1 divided by this
 */
public record Spread(double width, double between, double freedom, double correlation) {
  /** The points at which the normal distribution of the scale's logarithm is taken. */
  private static final double[] POINTS = {-2, -1, 0, 1, 2};

  private static final double[] SHARES = {0.0545, 0.2442, 0.4026, 0.2442, 0.0545};

  public Spread {
    if (!(width > 0 && between > 0 && freedom > 0))
      throw new IllegalArgumentException("width, between and freedom must be more than 0");
    if (!(correlation >= 0 && correlation < 1))
      throw new IllegalArgumentException("correlation must be from 0 to below 1");
  }

  /** The scales that stand for all. */
  double[] widths() {
    double[] widths = new double[POINTS.length];
    for (int i = 0; i < widths.length; i++) widths[i] = width * Math.exp(POINTS[i] * between);
    return widths;
  }

  /** How much of the tasks the scale of this place in {@link #widths} stands for. */
  double share(int width) {
    return SHARES[width];
  }

  /** What one of so many voices counts. */
  double each(double voices) {
    return 1 / (1 + correlation * Math.max(0, voices - 1));
  }

  /** The middle of the widths, as often as they are met: of a task of which nothing is known. */
  double typical() {
    return width * Math.exp(between * between);
  }
}
