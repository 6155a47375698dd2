package worthwhile.pay;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What is known of a task's typical time (the median over workers) after everything was heard: the
 * prior belief times the likelihood of each voice, on a grid over the logarithm of the seconds.
 */
public final class Posterior {
  private static final int COARSE = 120;
  private static final int FINE = 200;

  /** Less dense than the densest place by so much, in the logarithm, is not worth mentioning. */
  private static final double NOTHING = 14;

  private static final double ROUNDING = 1e-6;
  private static final double LEAST_DENSITY = -20;

  private final double least;
  private final double step;

  /** For each point of the grid, how much of the whole lies up to it: from 0 to 1. */
  private final double[] upTo;

  static Posterior of(Mixture prior, List<Voice> voices, Spread spread) {
    double least = prior.least();
    double most = prior.most();
    for (Voice voice : voices) {
      least = Math.min(least, voice.logSeconds() - 1);
      most = Math.max(most, voice.logSeconds() + 1);
    }
    Likelihood heard = new Likelihood(voices, spread);
    DoubleUnaryOperator density = x -> prior.logDensity(x) + heard.at(x);
    double step = (most - least) / (COARSE - 1);
    int first = 0;
    int last = COARSE - 1;
    double far = least + last * step;
    double enough = prior.highestLog() - NOTHING + ROUNDING;
    boolean allMatters =
        voices.isEmpty() && prior.logDensity(least) >= enough && prior.logDensity(far) >= enough;
    if (!allMatters) {
      double[] coarse = densities(density, least, step, COARSE);
      double worthwhile = Arrays.stream(coarse).max().orElseThrow() - NOTHING;
      while (coarse[first] < worthwhile) first++;
      while (coarse[last] < worthwhile) last--;
    }
    double from = least + (first - 1) * step;
    double fine = (last - first + 2) * step / (FINE - 1);
    return new Posterior(densities(density, from, fine, FINE), from, fine);
  }

  private static double[] densities(
      DoubleUnaryOperator density, double least, double step, int points) {
    double[] all = new double[points];
    for (int i = 0; i < points; i++) all[i] = density.applyAsDouble(least + i * step);
    return all;
  }

  private Posterior(double[] logDensity, double least, double step) {
    this.least = least;
    this.step = step;
    double most = Arrays.stream(logDensity).max().orElseThrow();
    upTo = new double[logDensity.length];
    double running = 0;
    double before = Math.exp(logDensity[0] - most);
    for (int i = 1; i < upTo.length; i++) {
      double here = Math.exp(logDensity[i] - most);
      running += before + here;
      upTo[i] = running;
      before = here;
    }
    for (int i = 0; i < upTo.length; i++) upTo[i] /= running;
  }

  private Posterior(double least, double step, double[] upTo) {
    this.least = least;
    this.step = step;
    this.upTo = upTo;
  }

  /** The same around its median, stretched by a factor above 0. */
  Posterior wider(double factor) {
    double middle = median();
    return new Posterior(middle + (least - middle) * factor, step * factor, upTo);
  }

  /** The logarithm of seconds below which a tenth lies. */
  public double low() {
    return at(0.1);
  }

  /** The logarithm of seconds below which half lies. */
  public double median() {
    return at(0.5);
  }

  /** The logarithm of seconds above which a tenth lies. */
  public double high() {
    return at(0.9);
  }

  /** Where this share of the whole lies below, between two points of the grid. */
  private double at(double share) {
    int i = 1;
    while (upTo[i] < share) i++;
    double part = (share - upTo[i - 1]) / (upTo[i] - upTo[i - 1]);
    return least + (i - 1 + part) * step;
  }

  /** Logarithm of the density at a logarithm of seconds; very low off the grid. */
  double logDensity(double logSeconds) {
    int i = (int) Math.ceil((logSeconds - least) / step);
    if (i < 1 || i >= upTo.length) return LEAST_DENSITY;
    return Math.max(LEAST_DENSITY, Math.log((upTo[i] - upTo[i - 1]) / step));
  }
}
