package worthwhile.pay;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The tasks of one requester as one normal distribution: everything observed of them, and the time
 * of the one that is asked for.
 */
final class RequesterTimes {
  /** Seconds for one question or item. Survey practice reckons with 7 to 12. */
  private static final double SECONDS_OF_ITEM = 10;

  private static final double ITEM_DEVIATION = 0.7;

  /**
   * How far a stated time is off: a part that the requester's statements share and a part of its
   * own. Together 0.45, as measured between 138 stated times and what workers told.
   */
  private static final double STATED_SHARED = 0.32;

  private static final double STATED_OWN = 0.32;

  /** One thing observed of a task: coefficient times its time, plus noise. */
  private record Observation(
      int task, double coefficient, double surprise, double noise, Kind kind) {}

  private enum Kind {
    REWARD,
    STATED,
    ITEMS,
    TIME
  }

  private final TimeModel model;
  private final List<TaskListing> listings = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();
  private final double[][] likeness;

  /** With a task to be predicted, or null; it is then the first. */
  RequesterTimes(TimeModel model, List<KnownTask> known, TaskListing asked) {
    this.model = model;
    if (asked != null) listings.add(asked);
    int first = listings.size();
    for (KnownTask task : known) listings.add(task.listing());
    long withItems = listings.stream().filter(listing -> listing.items().isPresent()).count();
    for (int i = 0; i < listings.size(); i++) observe(i, withItems);
    for (int i = 0; i < known.size(); i++) observe(first + i, known.get(i).time());
    likeness = likeness();
  }

  private void observe(int task, long withItems) {
    TaskListing listing = listings.get(task);
    double expected = model.expected(listing);
    double reward = model.reward() + model.elasticity() * (expected - TimeModel.TYPICAL);
    double paid = listing.logReward() - reward;
    observations.add(new Observation(task, model.elasticity(), paid, 0, Kind.REWARD));
    listing
        .statedSeconds()
        .ifPresent(
            seconds ->
                observations.add(
                    new Observation(
                        task,
                        1,
                        Math.log(seconds) - expected,
                        STATED_OWN * STATED_OWN,
                        Kind.STATED)));
    // The same items told of ten tasks are one statement, not ten.
    double noise = ITEM_DEVIATION * ITEM_DEVIATION * withItems;
    listing
        .items()
        .ifPresent(
            items ->
                observations.add(
                    new Observation(
                        task, 1, Math.log(items * SECONDS_OF_ITEM) - expected, noise, Kind.ITEMS)));
  }

  private void observe(int task, Normal time) {
    double surprise = time.mean() - model.expected(listings.get(task));
    observations.add(new Observation(task, 1, surprise, time.variance(), Kind.TIME));
  }

  private double[][] likeness() {
    int n = listings.size();
    double[][] all = new double[n][n];
    for (int i = 0; i < n; i++)
      for (int j = 0; j <= i; j++)
        all[i][j] = all[j][i] = listings.get(i).likeness(listings.get(j));
    return all;
  }

  /** What is believed of the first task's time. */
  Mixture prediction() {
    double expected = model.expected(listings.getFirst());
    double[] logWeights = new double[TimeModel.HYPOTHESES.size()];
    List<Normal> normals = new ArrayList<>();
    for (int i = 0; i < logWeights.length; i++) {
      Solved solved = new Solved(TimeModel.HYPOTHESES.get(i));
      logWeights[i] = solved.logLikelihood;
      normals.add(solved.first(expected));
    }
    return Mixture.ofLogWeights(logWeights, normals);
  }

  double logLikelihood() {
    double most = Double.NEGATIVE_INFINITY;
    List<Double> each = new ArrayList<>();
    for (double[] hypothesis : TimeModel.HYPOTHESES) {
      double one = new Solved(hypothesis).logLikelihood;
      each.add(one);
      most = Math.max(most, one);
    }
    double sum = 0;
    for (double one : each) sum += Math.exp(one - most);
    return most + Math.log(sum / each.size());
  }

  /** The distribution under one hypothesis. */
  private final class Solved {
    private final double ownTime;
    private final double ownReward;
    private final CholeskyDecomposition root;
    private final RealVector surprises;
    final double logLikelihood;

    Solved(double[] hypothesis) {
      ownTime = hypothesis[0] * hypothesis[0];
      ownReward = hypothesis[1] * hypothesis[1];
      root = new CholeskyDecomposition(covariance());
      surprises =
          new ArrayRealVector(observations.stream().mapToDouble(Observation::surprise).toArray());
      double fit = surprises.dotProduct(root.getSolver().solve(surprises));
      logLikelihood = -0.5 * fit - logOfRoot();
    }

    private double logOfRoot() {
      RealMatrix lower = root.getL();
      double sum = 0;
      for (int i = 0; i < observations.size(); i++) sum += Math.log(lower.getEntry(i, i));
      return sum;
    }

    private RealMatrix covariance() {
      int n = observations.size();
      double[][] all = new double[n][n];
      for (int i = 0; i < n; i++)
        for (int j = 0; j <= i; j++)
          all[i][j] = all[j][i] = covariance(observations.get(i), observations.get(j), i == j);
      return new Array2DRowRealMatrix(all, false);
    }

    private double covariance(Observation a, Observation b, boolean same) {
      double sum = a.coefficient() * b.coefficient() * covariance(a.task(), b.task());
      if (same) sum += a.noise();
      if (same && a.kind() == Kind.REWARD) sum += ownReward;
      if (a.kind() == Kind.REWARD && b.kind() == Kind.REWARD)
        sum += model.generositySpread() * model.generositySpread();
      if (a.kind() == Kind.STATED && b.kind() == Kind.STATED) sum += STATED_SHARED * STATED_SHARED;
      return sum;
    }

    private double covariance(int task, int other) {
      double shared = model.requesterSpread() * model.requesterSpread();
      double alike = model.titleSpread() * model.titleSpread() * likeness[task][other];
      return shared + alike + (task == other ? ownTime : 0);
    }

    Normal first(double expected) {
      double[] with =
          observations.stream()
              .mapToDouble(o -> o.coefficient() * covariance(0, o.task()))
              .toArray();
      RealVector solved = root.getSolver().solve(new ArrayRealVector(with, false));
      double mean = expected + solved.dotProduct(surprises);
      double explained = solved.dotProduct(new ArrayRealVector(with, false));
      return new Normal(mean, Math.max(1e-4, covariance(0, 0) - explained));
    }
  }
}
