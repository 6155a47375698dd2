package worthwhile.pay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one requester as one joint distribution for each hypothesis: everything observed of
 * them, and the time of the one that is asked for.
 *
 * <p>It would be normal if it were known how far requesters stray. A few of them tell little about
 * the next, so it is Student's t in as many dimensions: what is observed of a requester makes
 * everything about her wider or narrower by one factor.
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
  RequesterTimes(TimeModel model, List<KnownTask> known, @Nullable TaskListing asked) {
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
    List<Student> beliefs = new ArrayList<>();
    Covariances covariances = new Covariances();
    double norm = Student.norm(covariances.freedom);
    for (int i = 0; i < logWeights.length; i++) {
      Solved solved = new Solved(covariances, TimeModel.HYPOTHESES.get(i));
      logWeights[i] = solved.logLikelihood;
      beliefs.add(solved.first(expected, norm));
    }
    return Mixture.ofLogWeights(logWeights, beliefs);
  }

  double logLikelihood() {
    double most = Double.NEGATIVE_INFINITY;
    List<Double> each = new ArrayList<>();
    Covariances covariances = new Covariances();
    for (TimeModel.Hypothesis hypothesis : TimeModel.HYPOTHESES) {
      double one = new Solved(covariances, hypothesis).logLikelihood;
      each.add(one);
      most = Math.max(most, one);
    }
    double sum = 0;
    for (double one : each) sum += Math.exp(one - most);
    return most + Math.log(sum / each.size());
  }

  /** What the covariance of the observations is made up of, the same for every hypothesis. */
  private final class Covariances {
    final double[] surprises = observations.stream().mapToDouble(Observation::surprise).toArray();

    /** Degrees of freedom that are left when everything observed is known. */
    final double freedom = model.freedom() + surprises.length;

    final double logNorm = Student.logNorm(surprises.length, model.freedom());

    /** Between what is observed, without the parts of tasks' own. */
    final double[][] always = new double[surprises.length][surprises.length];

    /** What a task's own time is to be multiplied with. */
    final double[][] sameTask = new double[surprises.length][surprises.length];

    Covariances() {
      for (int i = 0; i < surprises.length; i++)
        for (int j = 0; j <= i; j++) add(i, j, observations.get(i), observations.get(j));
    }

    private void add(int i, int j, Observation a, Observation b) {
      double both = a.coefficient() * b.coefficient();
      always[i][j] = both * between(a.task(), b.task());
      if (a.kind() == Kind.REWARD && b.kind() == Kind.REWARD)
        always[i][j] += model.generositySpread() * model.generositySpread();
      if (a.task() == b.task()) sameTask[i][j] = both;
      if (i == j) always[i][j] += a.noise();
      if (a.kind() == Kind.STATED && b.kind() == Kind.STATED)
        always[i][j] += STATED_SHARED * STATED_SHARED;
    }

    /** Of two tasks' times. */
    private double between(int task, int other) {
      return model.requesterSpread() * model.requesterSpread()
          + model.titleSpread() * model.titleSpread() * likeness[task][other];
    }

    /** The lower half of all together. */
    double[][] under(TimeModel.Hypothesis hypothesis) {
      double[][] all = new double[surprises.length][];
      for (int i = 0; i < all.length; i++) {
        all[i] = new double[i + 1];
        for (int j = 0; j <= i; j++) {
          double spread = always[i][j] + hypothesis.ownTime() * sameTask[i][j];
          if (i == j && observations.get(i).kind() == Kind.REWARD) spread += hypothesis.ownReward();
          all[i][j] = spread;
        }
      }
      return all;
    }
  }

  /** The distribution under one hypothesis. */
  private final class Solved {
    private final Covariances covariances;
    private final TimeModel.Hypothesis hypothesis;
    private final SquareRoot root;
    private final double[] surprises;
    private final double fit;
    private final double freedom;
    final double logLikelihood;

    Solved(Covariances covariances, TimeModel.Hypothesis hypothesis) {
      this.covariances = covariances;
      this.hypothesis = hypothesis;
      root = new SquareRoot(covariances.under(hypothesis));
      surprises = root.solve(covariances.surprises);
      fit = SquareRoot.product(surprises, surprises);
      freedom = covariances.freedom;
      logLikelihood =
          covariances.logNorm
              - freedom / 2 * Math.log1p(fit / model.freedom())
              - root.logDeterminant();
    }

    Student first(double expected, double norm) {
      double[] with = new double[surprises.length];
      for (int i = 0; i < with.length; i++)
        with[i] = observations.get(i).coefficient() * withFirst(observations.get(i).task());
      double[] solved = root.solve(with);
      double mean = expected + SquareRoot.product(solved, surprises);
      double explained = SquareRoot.product(solved, solved);
      double left = Math.max(1e-4, withFirst(0) - explained);
      double scale = Math.sqrt(left * (model.freedom() + fit) / freedom);
      return new Student(norm, mean, scale, freedom);
    }

    /** Covariance of a task's time with that of the first. */
    private double withFirst(int task) {
      double own = task == 0 ? hypothesis.ownTime() : 0;
      return covariances.between(0, task) + own;
    }
  }
}
