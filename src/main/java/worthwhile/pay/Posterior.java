package worthwhile.pay;

import java.util.List;

/**
 * What is known of a task's typical time (the median over workers) after everything was heard: the
 * prior belief times the likelihood of each voice, on a grid over the logarithm of the seconds.
 *
 * <p>Workers' times spread around the typical one like Student's t with 4 degrees of freedom, in
 * the logarithm: a timer left running or a worker who clicked through weighs little by itself. How
 * wide they spread differs between tasks, so four widths count, each as often as it was met.
 *
 * @param median of the logarithm of seconds
 * @param low a tenth lies below
 * @param high a tenth lies above
 */
public record Posterior(double low, double median, double high) {
  private static final int POINTS = 400;
  private static final double FREEDOM = 4;

  /** A tenth of a normal distribution lies further below its mean than so many deviations. */
  private static final double TENTH = 1.2816;

  static Posterior of(Mixture prior, List<Voice> voices, Spread spread) {
    if (voices.isEmpty() && prior.parts().size() == 1) return of(prior.parts().getFirst().normal());
    double least = prior.least();
    double most = prior.most();
    for (Voice voice : voices) {
      least = Math.min(least, voice.logSeconds() - 1);
      most = Math.max(most, voice.logSeconds() + 1);
    }
    double step = (most - least) / (POINTS - 1);
    double[] density = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double x = least + i * step;
      density[i] = prior.logDensity(x);
      if (!voices.isEmpty()) density[i] += logLikelihood(x, voices, spread);
    }
    return quantiles(density, least, step);
  }

  private static Posterior of(Normal normal) {
    double tenth = TENTH * normal.deviation();
    return new Posterior(normal.mean() - tenth, normal.mean(), normal.mean() + tenth);
  }

  /** How well this typical time explains the voices, whatever the width. */
  public static double logLikelihood(double typical, List<Voice> voices, Spread spread) {
    double[] each = new double[Spread.WIDTHS.size()];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < each.length; i++) {
      each[i] = Math.log(spread.share(i)) + logLikelihood(typical, voices, Spread.WIDTHS.get(i));
      most = Math.max(most, each[i]);
    }
    double sum = 0;
    for (double one : each) sum += Math.exp(one - most);
    return most + Math.log(sum);
  }

  public static double logLikelihood(double typical, List<Voice> voices, double width) {
    double sum = 0;
    for (Voice voice : voices) {
      double distance = voice.logSeconds() - typical;
      double scale = width * width + voice.blur() * voice.blur();
      double tail = Math.log1p(distance * distance / scale / FREEDOM);
      sum -= voice.weight() * (0.5 * Math.log(scale) + (FREEDOM + 1) / 2 * tail);
    }
    return sum;
  }

  private static Posterior quantiles(double[] logDensity, double least, double step) {
    double most = Double.NEGATIVE_INFINITY;
    for (double one : logDensity) most = Math.max(most, one);
    double[] sum = new double[logDensity.length];
    double running = 0;
    for (int i = 0; i < sum.length; i++) {
      running += Math.exp(logDensity[i] - most);
      sum[i] = running;
    }
    return new Posterior(
        at(0.1, sum, least, step), at(0.5, sum, least, step), at(0.9, sum, least, step));
  }

  /** Where this share of the whole lies below, between two points of the grid. */
  private static double at(double share, double[] sum, double least, double step) {
    double wanted = share * sum[sum.length - 1];
    int i = 0;
    while (sum[i] < wanted) i++;
    if (i == 0) return least;
    double part = (wanted - sum[i - 1]) / (sum[i] - sum[i - 1]);
    return least + (i - 1 + part) * step;
  }
}
