package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

/**
 * The joint distribution, beside the same reckoned by its definition: each thing is a sum of
 * independent parts, and things that share parts vary together.
 */
class RequesterTimesTest {
  private static final double EXACT = 1e-8;
  private static final double REQUESTER = 0.5;
  private static final double TITLE = 0.7;
  private static final double REWARD = -1.5;
  private static final double ELASTICITY = 0.6;
  private static final double GENEROSITY = 0.4;
  private static final double FREEDOM = 5;
  private static final TimeModel MODEL =
      new TimeModel(
          5.2,
          -0.4,
          0.3,
          0.8,
          0.25,
          REQUESTER,
          TITLE,
          REWARD,
          ELASTICITY,
          GENEROSITY,
          FREEDOM,
          new Spread(0.5, 0.3, 3, 0),
          Widths.UNCHANGED);

  private static TaskListing listing(
      double logReward, String word, OptionalDouble items, OptionalDouble seconds) {
    return new TaskListing(logReward, 0.5, 0.2, 0.3, 0.5, Set.of(word), items, seconds);
  }

  private static final TaskListing BARE =
      listing(-0.9, "sort", OptionalDouble.empty(), OptionalDouble.empty());
  private static final TaskListing FULL =
      listing(-2, "sort", OptionalDouble.of(12), OptionalDouble.of(400));
  private static final KnownTask ALIKE =
      new KnownTask(
          listing(-1.1, "sort", OptionalDouble.of(20), OptionalDouble.of(300)),
          new Normal(5.9, 0.04));
  private static final KnownTask OTHER =
      new KnownTask(
          listing(-2.2, "call", OptionalDouble.of(5), OptionalDouble.empty()),
          new Normal(4.4, 0.09));

  /** Something observed, or the time that is asked for: how much it holds of each part. */
  private record Thing(double surprise, Map<String, Double> parts) {
    double with(Thing other) {
      return parts.entrySet().stream()
          .mapToDouble(part -> part.getValue() * other.parts.getOrDefault(part.getKey(), 0.0))
          .sum();
    }
  }

  private static double expected(TaskListing listing) {
    return 5.2
        - 0.4 * listing.judging()
        + 0.3 * listing.writing()
        + 0.8 * listing.study()
        + 0.25 * listing.logAllowed();
  }

  private static Map<String, Double> time(
      int task, TaskListing listing, TimeModel.Hypothesis hypothesis, double times) {
    Map<String, Double> parts = new HashMap<>();
    parts.put("requester", times * REQUESTER);
    parts.put("title " + listing.words(), times * TITLE);
    parts.put("own " + task, times * Math.sqrt(hypothesis.ownTime()));
    return parts;
  }

  private static List<Thing> observed(
      List<TaskListing> listings, List<KnownTask> known, TimeModel.Hypothesis hypothesis) {
    List<Thing> all = new ArrayList<>();
    long withItems = listings.stream().filter(each -> each.items().isPresent()).count();
    for (int i = 0; i < listings.size(); i++) {
      int task = i;
      TaskListing listing = listings.get(i);
      double due = REWARD + ELASTICITY * (expected(listing) - 5);
      Map<String, Double> reward = time(i, listing, hypothesis, ELASTICITY);
      reward.put("generosity", GENEROSITY);
      reward.put("reward " + i, Math.sqrt(hypothesis.ownReward()));
      all.add(new Thing(listing.logReward() - due, reward));
      listing
          .statedSeconds()
          .ifPresent(
              seconds -> {
                Map<String, Double> stated = time(task, listing, hypothesis, 1);
                stated.put("stated", 0.32);
                stated.put("stated " + task, 0.32);
                all.add(new Thing(Math.log(seconds) - expected(listing), stated));
              });
      listing
          .items()
          .ifPresent(
              items -> {
                Map<String, Double> told = time(task, listing, hypothesis, 1);
                told.put("items " + task, 0.7 * Math.sqrt((double) withItems));
                all.add(new Thing(Math.log(10 * items) - expected(listing), told));
              });
    }
    int asked = listings.size() - known.size();
    for (int i = 0; i < known.size(); i++) {
      Normal told = known.get(i).time();
      Map<String, Double> heard = time(asked + i, listings.get(asked + i), hypothesis, 1);
      heard.put("heard " + i, told.deviation());
      all.add(new Thing(told.mean() - expected(listings.get(asked + i)), heard));
    }
    return all;
  }

  private static List<TaskListing> listings(List<KnownTask> known) {
    return known.stream().map(KnownTask::listing).toList();
  }

  /** What follows from the observations by the textbook. */
  private static final class Textbook {
    private final List<Thing> things;
    private final DecompositionSolver solver;
    private final RealVector surprises;
    private final double fit;
    final double freedom;
    final double logDensity;

    Textbook(List<Thing> things) {
      this.things = things;
      int n = things.size();
      RealMatrix covariance = MatrixUtils.createRealMatrix(n, n);
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) covariance.setEntry(i, j, things.get(i).with(things.get(j)));
      LUDecomposition parts = new LUDecomposition(covariance);
      solver = parts.getSolver();
      surprises =
          MatrixUtils.createRealVector(things.stream().mapToDouble(Thing::surprise).toArray());
      fit = surprises.dotProduct(solver.solve(surprises));
      freedom = FREEDOM + n;
      logDensity =
          Student.logNorm(n, FREEDOM)
              - Math.log(parts.getDeterminant()) / 2
              - freedom / 2 * Math.log(1 + fit / FREEDOM);
    }

    Student of(Thing asked, double expected) {
      RealVector with =
          MatrixUtils.createRealVector(things.stream().mapToDouble(asked::with).toArray());
      RealVector solved = solver.solve(with);
      double variance =
          (asked.with(asked) - with.dotProduct(solved))
              * (FREEDOM + fit)
              / (FREEDOM + things.size());
      return new Student(
          Student.norm(freedom),
          expected + solved.dotProduct(surprises),
          Math.sqrt(variance),
          freedom);
    }
  }

  private static void foretellsByTheTextbook(TaskListing asked, List<KnownTask> known) {
    List<TaskListing> listings = new ArrayList<>(List.of(asked));
    listings.addAll(listings(known));
    double[] logWeights = new double[9];
    List<Student> beliefs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      TimeModel.Hypothesis hypothesis = TimeModel.HYPOTHESES.get(i);
      Textbook textbook = new Textbook(observed(listings, known, hypothesis));
      logWeights[i] = textbook.logDensity;
      beliefs.add(textbook.of(new Thing(0, time(0, asked, hypothesis, 1)), expected(asked)));
    }
    Mixture due = Mixture.ofLogWeights(logWeights, beliefs);
    Mixture foretold = MODEL.predict(asked, known);
    for (int i = 0; i < 9; i++) {
      Mixture.Part part = foretold.parts().get(i);
      double mean = due.parts().get(i).belief().mean();
      assertThat(part.weight()).isCloseTo(due.parts().get(i).weight(), within(EXACT));
      assertThat(part.belief().mean()).isCloseTo(mean, within(EXACT));
      assertThat(part.belief().density(mean + 0.5))
          .isCloseTo(due.parts().get(i).belief().density(mean + 0.5), within(EXACT));
    }
  }

  @Test
  void aTaskIsForetoldFromItsListingAlone() {
    foretellsByTheTextbook(BARE, List.of());
    foretellsByTheTextbook(FULL, List.of());
  }

  @Test
  void aTaskIsForetoldFromOthersThatAreAlikeOrNot() {
    foretellsByTheTextbook(BARE, List.of(OTHER));
    foretellsByTheTextbook(FULL, List.of(ALIKE, OTHER));
  }

  @Test
  void tasksAreAsLikelyAsTheAverageOfTheHypothesesSays() {
    for (List<KnownTask> known : List.of(List.of(ALIKE), List.of(OTHER, ALIKE))) {
      double sum = 0;
      for (TimeModel.Hypothesis hypothesis : TimeModel.HYPOTHESES)
        sum += Math.exp(new Textbook(observed(listings(known), known, hypothesis)).logDensity);
      assertThat(MODEL.logLikelihood(known)).isCloseTo(Math.log(sum / 9), within(EXACT));
    }
  }

  /** The deviations of a task's own time and reward, each with each. */
  @Test
  void thereIsAHypothesisForEachPairOfSpreads() {
    assertThat(TimeModel.HYPOTHESES)
        .extracting(each -> Math.sqrt(each.ownTime()) + " " + Math.sqrt(each.ownReward()))
        .containsExactly(
            "0.12 0.2",
            "0.12 0.45",
            "0.12 0.8",
            "0.3 0.2",
            "0.3 0.45",
            "0.3 0.8",
            "0.6 0.2",
            "0.6 0.45",
            "0.6 0.8");
  }
}
