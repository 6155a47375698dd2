package worthwhile.warning.study;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import worthwhile.warning.model.ScamModel;
import worthwhile.warning.model.ScamWords;

/**
 * Learns which phrases tell frauds from genuine postings: a support vector machine over words and
 * short phrases, each as strong as the logarithm of how much oftener it is in the one than in the
 * other (Wang and Manning 2012). Postings whose employer's profile and benefits stand apart are
 * learned from twice, with them and without, so that their absence teaches nothing.
 */
final class ScamTraining {
  /** In fewer texts a phrase tells nothing. */
  private static final int FEWEST_TEXTS = 2;

  /** What is nearly as often in the one as in the other tells nothing either. */
  private static final double LEAST_RATIO = 0.4;

  private static final double COST = 1;
  private static final double EXACTNESS = 1e-4;
  private static final int MOST_ROUNDS = 2000;

  private final List<Map<String, Integer>> texts = new ArrayList<>();
  private final List<Boolean> frauds = new ArrayList<>();
  private final Map<String, int[]> counts = new HashMap<>();

  private ScamTraining(List<KnownText> known) {
    for (KnownText text : known) {
      add(text.words(), text.fraud());
      ScamWords.phrases(text.words())
          .keySet()
          .forEach(
              phrase -> counts.computeIfAbsent(phrase, _ -> new int[2])[text.fraud() ? 1 : 0]++);
      if (!text.without().isEmpty()) add(text.without(), text.fraud());
    }
  }

  private void add(List<String> words, boolean fraud) {
    texts.add(ScamWords.phrases(words));
    frauds.add(fraud);
  }

  /**
   * The model, under a curve of steepness 1 and height 0.
   *
   * @throws IllegalArgumentException if there are not both frauds and genuine postings
   */
  static ScamModel learn(List<KnownText> known) {
    if (known.stream().map(KnownText::fraud).distinct().count() < 2)
      throw new IllegalArgumentException(
          "Too few postings that differ: frauds and genuine ones are needed, and some of each must"
              + " be left when those that are nearly the same are kept together.");
    return new ScamTraining(known).model(known.size());
  }

  private ScamModel model(int documents) {
    SortedMap<String, Double> scales = scales(documents);
    Map<String, Integer> numbers = new HashMap<>();
    for (String phrase : scales.keySet()) numbers.put(phrase, numbers.size() + 1);
    double[] weights = weights(numbers, scales);
    Map<String, ScamModel.Worth> phrases = new HashMap<>();
    scales.forEach(
        (phrase, scale) ->
            phrases.put(
                phrase,
                new ScamModel.Worth(
                    scale,
                    weights[
                        Objects.requireNonNull(
                                numbers.get(phrase), "numbers and scales have the same phrases")
                            - 1])));
    return new ScamModel(phrases, 1, 0);
  }

  private SortedMap<String, Double> scales(int documents) {
    double[] all = {0, 0};
    counts.values().removeIf(count -> count[0] + count[1] < FEWEST_TEXTS);
    for (int[] count : counts.values())
      for (int side = 0; side < 2; side++) all[side] += count[side] + 1;
    SortedMap<String, Double> scales = new TreeMap<>();
    counts.forEach(
        (phrase, count) -> {
          double ratio = Math.log((count[1] + 1) / all[1]) - Math.log((count[0] + 1) / all[0]);
          double rarity = Math.log((1.0 + documents) / (1.0 + count[0] + count[1])) + 1;
          if (Math.abs(ratio) >= LEAST_RATIO || phrase.indexOf(' ') < 0)
            scales.put(phrase, rarity * Math.abs(ratio));
        });
    return scales;
  }

  private double[] weights(Map<String, Integer> numbers, Map<String, Double> scales) {
    Problem problem = new Problem();
    problem.l = texts.size();
    problem.n = numbers.size() + 1;
    problem.bias = 1;
    problem.y = frauds.stream().mapToDouble(fraud -> fraud ? 1 : -1).toArray();
    problem.x =
        texts.stream().map(text -> features(text, numbers, scales)).toArray(Feature[][]::new);
    double share = (double) frauds.stream().filter(fraud -> fraud).count() / frauds.size();
    Parameter how =
        new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, EXACTNESS, MOST_ROUNDS, 0.1);
    how.setWeights(new double[] {0.5 / share, 0.5 / (1 - share)}, new int[] {1, -1});
    how.setRandom(new Random(1));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, how);
    double sign = model.getLabels()[0];
    double[] weights = model.getFeatureWeights();
    for (int i = 0; i < weights.length; i++) weights[i] *= sign;
    return weights;
  }

  private static Feature[] features(
      Map<String, Integer> text, Map<String, Integer> numbers, Map<String, Double> scales) {
    List<FeatureNode> nodes = new ArrayList<>();
    double squares = 0;
    for (Map.Entry<String, Integer> phrase : text.entrySet()) {
      Integer number = numbers.get(phrase.getKey());
      if (number == null) continue;
      double size =
          (1 + Math.log(phrase.getValue()))
              * Objects.requireNonNull(
                  scales.get(phrase.getKey()), "numbers and scales have the same phrases");
      squares += size * size;
      nodes.add(new FeatureNode(number, size));
    }
    double length = Math.sqrt(squares);
    nodes.sort(Comparator.comparingInt(FeatureNode::getIndex));
    nodes.forEach(node -> node.setValue(node.getValue() / length));
    nodes.add(new FeatureNode(numbers.size() + 1, 1));
    return nodes.toArray(Feature[]::new);
  }
}
