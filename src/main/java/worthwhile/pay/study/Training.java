package worthwhile.pay.study;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import worthwhile.pay.KnownTask;
import worthwhile.pay.Learned;
import worthwhile.pay.OtherTasks;
import worthwhile.pay.Spread;
import worthwhile.pay.TaskListing;
import worthwhile.pay.TimeModel;
import worthwhile.pay.Voice;
import worthwhile.pay.Voices;
import worthwhile.pay.Widths;
import worthwhile.posting.PostingJson;

/**
 * Learns the model of times from tasks that were really done: the parameters that make these tasks
 * and what is believed before most likely together.
 *
 * <p>A handful of requesters says little about requesters, so the belief before counts. It is
 * written down in {@link #BEFORE}: judgements take seconds, writing minutes, surveys longer; a task
 * of two and a half minutes pays some 10 cents. What requesters pay per hour differs much: of
 * thousands of them the mean was two and a half times the median (Hara and others 2018), which for
 * a log-normal distribution is a standard deviation of 1.4, a part of it between a requester's own
 * tasks.
 */
public final class Training {
  /** In the order of {@link #model}; spreads as logarithms. */
  private static final List<Belief> BEFORE =
      List.of(
          new Belief(4.9, 0.3),
          new Belief(-0.4, 0.2),
          new Belief(0.35, 0.2),
          new Belief(0.55, 0.2),
          new Belief(0.2, 0.07),
          new Belief(Math.log(0.65), 0.25),
          new Belief(Math.log(0.65), 0.25),
          new Belief(-2.2, 0.3),
          new Belief(1.0, 0.15),
          new Belief(Math.log(1), 0.2),
          new Belief(Math.log(6), 0.5));

  private static final int MOST_EVALUATIONS = 3000;

  /** Surveys reckon with a correlation of a few hundredths within a cluster. */
  private static final Belief CORRELATION = new Belief(Math.log(0.025), 0.8);

  private static final double[] CORRELATIONS = {0.003, 0.006, 0.0125, 0.025, 0.05, 0.1};
  private static final int[] HEARD = {2, 5, 10, 20};
  private static final int DRAWS = 3;

  /** From fewer workers a batch's typical time is not told. */
  private static final int FEWEST_WORKERS = 3;

  private final SpreadTraining spreads = new SpreadTraining();

  /**
   * Learns the model from all of the data and measures it with requesters kept apart.
   *
   * @param command that asks for it, to be kept with the model
   * @return the text of {@code time-model.json}
   * @throws IllegalArgumentException if there is nothing to learn from
   */
  public static String learn(Assignments data, String command, LocalDate on) {
    Map<String, List<AssignmentBatch>> requesters = data.byRequester();
    requesters.values().forEach(all -> all.removeIf(batch -> !takes(batch)));
    requesters.values().removeIf(List::isEmpty);
    int batches = requesters.values().stream().mapToInt(List::size).sum();
    if (batches == 0)
      throw new IllegalArgumentException(
          "There is no batch with " + FEWEST_WORKERS + " workers: nothing to learn from.");
    Errors errors = Errors.leavingOutRequesters(data);
    Learned learned =
        new Learned(command, on, batches, requesters.size(), errors.rows(), errors.model());
    return PostingJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(learned);
  }

  private static boolean takes(AssignmentBatch batch) {
    return batch.workers() >= FEWEST_WORKERS;
  }

  /** The model whose widths are not calibrated yet. */
  TimeModel learn(Collection<List<AssignmentBatch>> requesters) {
    List<List<AssignmentBatch>> taken =
        requesters.stream().map(all -> all.stream().filter(Training::takes).toList()).toList();
    Spread spread = spreads.learn(taken);
    List<List<KnownTask>> tasks = taken.stream().map(all -> timed(all, spread)).toList();
    double[] start = BEFORE.stream().mapToDouble(Belief::mean).toArray();
    var best =
        new BOBYQAOptimizer(2 * start.length + 1)
            .optimize(
                new MaxEval(MOST_EVALUATIONS),
                new ObjectiveFunction(at -> cost(at, tasks, spread)),
                GoalType.MINIMIZE,
                new InitialGuess(start),
                new SimpleBounds(bound(-4), bound(4)));
    TimeModel model =
        model(Arrays.stream(best.getPoint()).map(Training::rounded).toArray(), spread);
    return model.correlated(correlation(model, taken));
  }

  /** The mean of what is believed of it after some workers of each task were heard. */
  private static double correlation(TimeModel model, List<List<AssignmentBatch>> requesters) {
    double[] logs = new double[CORRELATIONS.length];
    for (int i = 0; i < logs.length; i++) {
      TimeModel correlated = model.correlated(CORRELATIONS[i]);
      logs[i] = -CORRELATION.penalty(Math.log(CORRELATIONS[i]));
      for (List<AssignmentBatch> batches : requesters)
        for (AssignmentBatch batch : batches) logs[i] += score(correlated, batch);
    }
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = 0;
    double all = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += Math.exp(logs[i] - most) * Math.log(CORRELATIONS[i]);
      all += Math.exp(logs[i] - most);
    }
    return rounded(Math.exp(sum / all));
  }

  /** Logarithm of the density of the typical time, the mean over numbers of reports and draws. */
  private static double score(TimeModel model, AssignmentBatch batch) {
    RandomGenerator chance = new Random(batch.posting().identifier().hashCode());
    double truth = Math.log(batch.typicalSeconds());
    return Arrays.stream(HEARD)
        .filter(number -> number <= batch.workers())
        .flatMap(number -> IntStream.generate(() -> number).limit(DRAWS))
        .mapToObj(number -> batch.reportedBy(number, chance))
        .flatMapToDouble(heard -> model.logDensity(heard, List.of(), truth).stream())
        .average()
        .orElse(0);
  }

  private static double[] bound(double deviations) {
    return BEFORE.stream().mapToDouble(b -> b.mean() + deviations * b.deviation()).toArray();
  }

  private static double cost(double[] at, List<List<KnownTask>> requesters, Spread spread) {
    TimeModel model = model(at, spread);
    double cost = 0;
    for (int i = 0; i < at.length; i++) cost += BEFORE.get(i).penalty(at[i]);
    for (List<KnownTask> tasks : requesters)
      if (!tasks.isEmpty()) cost -= model.logLikelihood(tasks);
    return cost;
  }

  static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  private static TimeModel model(double[] at, Spread spread) {
    return new TimeModel(
        at[0],
        at[1],
        at[2],
        at[3],
        at[4],
        rounded(Math.exp(at[5])),
        rounded(Math.exp(at[6])),
        at[7],
        at[8],
        rounded(Math.exp(at[9])),
        rounded(Math.exp(at[10])),
        spread,
        Widths.UNCHANGED);
  }

  private static List<KnownTask> timed(List<AssignmentBatch> batches, Spread spread) {
    return batches.stream()
        .map(
            batch ->
                new KnownTask(
                    TaskListing.of(batch.posting(), batch.reward()),
                    OtherTasks.typical(voices(batch), Map.of(), spread).orElseThrow()))
        .toList();
  }

  private static List<Voice> voices(AssignmentBatch batch) {
    return Voices.of(batch.known().reports()).voices();
  }
}
