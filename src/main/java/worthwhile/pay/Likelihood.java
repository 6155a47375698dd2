package worthwhile.pay;

import java.util.List;

/**
 * How well a typical time explains what workers tell, whatever the width of their spread.
 *
 * <p>The widths of {@link Spread} count each as often as it is met, so that several voices which
 * agree make a narrow width likely and voices far apart a wide one.
 */
public final class Likelihood {
  private final double[] logSeconds;
  private final double[] power;
  private final double[][] scale;
  private final double[] shares;
  private final double freedom;

  public Likelihood(List<Voice> voices, Spread spread) {
    freedom = spread.freedom();
    logSeconds = voices.stream().mapToDouble(Voice::logSeconds).toArray();
    double each = spread.each(voices.stream().mapToDouble(Voice::weight).sum());
    power = voices.stream().mapToDouble(v -> each * v.weight() * (freedom + 1) / 2).toArray();
    double[] widths = spread.widths();
    scale = new double[widths.length][voices.size()];
    shares = new double[widths.length];
    for (int width = 0; width < widths.length; width++) {
      shares[width] = Math.log(spread.share(width));
      for (int i = 0; i < voices.size(); i++) {
        Voice voice = voices.get(i);
        double square = widths[width] * widths[width] + voice.blur() * voice.blur();
        scale[width][i] = 1 / (square * freedom);
        shares[width] -= each * voice.weight() * 0.5 * Math.log(square);
      }
    }
  }

  /** The logarithm of it, up to a summand that is the same for every typical time. */
  double at(double typical) {
    if (logSeconds.length == 0) return 0;
    double[] all = new double[shares.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int width = 0; width < all.length; width++) {
      all[width] = at(typical, width);
      most = Math.max(most, all[width]);
    }
    double sum = 0;
    for (double one : all) sum += Math.exp(one - most);
    return most + Math.log(sum);
  }

  /** The same for one width. */
  private double at(double typical, int width) {
    double sum = shares[width];
    for (int i = 0; i < logSeconds.length; i++) {
      double distance = logSeconds[i] - typical;
      sum -= power[i] * Math.log1p(distance * distance * scale[width][i]);
    }
    return sum;
  }
}
