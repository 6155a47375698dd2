package worthwhile.pay.study;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import org.hipparchus.special.Gamma;
import worthwhile.pay.Spread;

/**
 * Learns how far workers' times on one task spread, and how much that differs.
 *
 * <p>The logarithm of a batch's scale is normal around its requester's, and hers around that of all
 * requesters. What is believed before of the middle, of these two deviations and of the degrees of
 * freedom is weighed by the likelihood of the batches, on a grid. What then is believed of the next
 * requester's task is the spread: that a few requesters leave much open makes it wider.
 */
final class SpreadTraining {
  private static final double[] FREEDOMS = {2, 3, 4, 6, 10};
  private static final double[] LOG_SCALES = steps(Math.log(0.12), Math.log(2.5), 30);
  private static final double[] DEVIATIONS = {0.1, 0.2, 0.3, 0.45, 0.7};

  /** Before any data: half of a task's workers are within a factor of 1.6 of the typical one. */
  private static final Belief SCALE = new Belief(Math.log(0.6), 0.4);

  private static final Belief DEVIATION = new Belief(Math.log(0.3), 0.5);
  private static final Belief FREEDOM = new Belief(Math.log(4), 0.5);

  /** A batch's own middle is looked for so many standard errors around its median. */
  private static final double[] ERRORS = steps(-3.5, 3.5, 15);

  /** The standard error of a median against that of a mean. */
  private static final double MEDIAN = Math.sqrt(Math.PI / 2);

  private static final double SHORTEST = 2;

  /** Logarithms of likelihoods by degrees of freedom and scale, which many trainings share. */
  private final IdentityHashMap<AssignmentBatch, double[][]> known = new IdentityHashMap<>();

  private static double[] steps(double from, double to, int number) {
    double[] all = new double[number];
    for (int i = 0; i < number; i++) all[i] = from + (to - from) * i / (number - 1);
    return all;
  }

  /** What the batches, by requester, say; as if workers were independent. */
  Spread learn(Collection<List<AssignmentBatch>> requesters) {
    Believed believed = new Believed();
    for (int freedom = 0; freedom < FREEDOMS.length; freedom++)
      for (double own : DEVIATIONS) {
        int chosen = freedom;
        List<double[]> each =
            requesters.stream().map(batches -> requester(batches, chosen, own)).toList();
        for (double shared : DEVIATIONS)
          for (double scale : LOG_SCALES) believed.add(each, scale, own, shared, FREEDOMS[freedom]);
      }
    return believed.spread();
  }

  /** Averages of what may be so, each by how likely it is. */
  private static final class Believed {
    private double most = Double.NEGATIVE_INFINITY;

    /** Of 1, the logarithm of the scale, its square, the logarithm of the degrees of freedom. */
    private final double[] sums = new double[4];

    void add(List<double[]> requesters, double scale, double own, double shared, double freedom) {
      double log =
          -SCALE.penalty(scale)
              - DEVIATION.penalty(Math.log(own))
              - DEVIATION.penalty(Math.log(shared))
              - FREEDOM.penalty(Math.log(freedom));
      for (double[] one : requesters) log += mixed(one, scale, shared);
      if (log > most) {
        double less = Math.exp(most - log);
        for (int i = 0; i < sums.length; i++) sums[i] *= less;
        most = log;
      }
      double weight = Math.exp(log - most);
      sums[0] += weight;
      sums[1] += weight * scale;
      sums[2] += weight * (scale * scale + own * own + shared * shared);
      sums[3] += weight * Math.log(freedom);
    }

    Spread spread() {
      double scale = sums[1] / sums[0];
      return new Spread(
          Training.rounded(Math.exp(scale)),
          Training.rounded(Math.sqrt(sums[2] / sums[0] - scale * scale)),
          Training.rounded(Math.exp(sums[3] / sums[0])),
          0);
    }
  }

  /** Logarithm of the likelihood of a requester's batches, for each scale of hers. */
  private double[] requester(List<AssignmentBatch> batches, int freedom, double own) {
    double[] logs = new double[LOG_SCALES.length];
    for (AssignmentBatch batch : batches) {
      double[] likelihoods = known.computeIfAbsent(batch, SpreadTraining::likelihoods)[freedom];
      for (int i = 0; i < logs.length; i++) logs[i] += mixed(likelihoods, LOG_SCALES[i], own);
    }
    return logs;
  }

  /** The logarithm of the mean likelihood where the scale is normal around a middle. */
  private static double mixed(double[] logs, double middle, double deviation) {
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = 0;
    double all = 0;
    for (int i = 0; i < logs.length; i++) {
      double off = (LOG_SCALES[i] - middle) / deviation;
      double weight = Math.exp(-0.5 * off * off);
      all += weight;
      sum += weight * Math.exp(logs[i] - most);
    }
    return most + Math.log(sum / all);
  }

  private static double[][] likelihoods(AssignmentBatch batch) {
    double[][] all = new double[FREEDOMS.length][LOG_SCALES.length];
    for (int freedom = 0; freedom < FREEDOMS.length; freedom++)
      for (int scale = 0; scale < LOG_SCALES.length; scale++)
        all[freedom][scale] = likelihood(batch, Math.exp(LOG_SCALES[scale]), FREEDOMS[freedom]);
    return all;
  }

  /** Wherever the batch's own middle lies. */
  private static double likelihood(AssignmentBatch batch, double scale, double freedom) {
    double typical = Math.log(batch.typicalSeconds());
    double error = MEDIAN * scale / Math.sqrt(batch.workers());
    double[] logs =
        Arrays.stream(ERRORS)
            .map(off -> at(batch, typical + off * error, scale, freedom))
            .toArray();
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = Arrays.stream(logs).map(log -> Math.exp(log - most)).sum();
    return most + Math.log(sum * error);
  }

  /** A worker counts once, however many assignments she did: each of them is a share of her. */
  private static double at(AssignmentBatch batch, double typical, double scale, double freedom) {
    double sum = batch.workers() * logNorm(scale, freedom);
    for (List<Double> own : batch.seconds().values()) {
      double tails = 0;
      for (double seconds : own) {
        double off = (Math.log(Math.max(SHORTEST, seconds)) - typical) / scale;
        tails += Math.log1p(off * off / freedom);
      }
      sum -= (freedom + 1) / 2 * tails / own.size();
    }
    return sum;
  }

  private static double logNorm(double scale, double freedom) {
    return Gamma.logGamma((freedom + 1) / 2)
        - Gamma.logGamma(freedom / 2)
        - 0.5 * Math.log(freedom * Math.PI)
        - Math.log(scale);
  }
}
