package worthwhile.pay;

import java.util.List;

/**
 * How often tasks spread their workers' times how wide.
 *
 * @param shares of tasks with each of {@link #WIDTHS}; they sum up to 1
 */
public record Spread(List<Double> shares) {
  /** Scales of Student's t in the logarithm: middle half of workers within 1.3 to 2.1 times. */
  public static final List<Double> WIDTHS = List.of(0.35, 0.5, 0.7, 1.0);

  public Spread {
    shares = List.copyOf(shares);
    if (shares.size() != WIDTHS.size())
      throw new IllegalArgumentException("a share is needed for each width");
  }

  double share(int width) {
    return shares.get(width);
  }

  /** The middle of the widths, as often as they are met: of a task of which nothing is known. */
  double typical() {
    double square = 0;
    for (int i = 0; i < WIDTHS.size(); i++) square += share(i) * WIDTHS.get(i) * WIDTHS.get(i);
    return Math.sqrt(square);
  }
}
