package worthwhile.pay;

import java.util.ArrayList;
import java.util.List;

/** Several beliefs with their weights, which sum up to 1. */
record Mixture(List<Part> parts) {
  /** One belief and how much it counts. */
  record Part(double weight, Normal normal) {}

  Mixture {
    parts = List.copyOf(parts);
  }

  static Mixture of(Normal normal) {
    return new Mixture(List.of(new Part(1, normal)));
  }

  /** Parts whose weights are given as logarithms, up to a common summand. */
  static Mixture ofLogWeights(double[] logWeights, List<Normal> normals) {
    double most = Double.NEGATIVE_INFINITY;
    for (double weight : logWeights) most = Math.max(most, weight);
    double sum = 0;
    for (double weight : logWeights) sum += Math.exp(weight - most);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < logWeights.length; i++)
      parts.add(new Part(Math.exp(logWeights[i] - most) / sum, normals.get(i)));
    return new Mixture(parts);
  }

  /** This together with an independent statement about the same. */
  Mixture and(Normal statement) {
    double[] logWeights = new double[parts.size()];
    List<Normal> normals = new ArrayList<>();
    for (int i = 0; i < logWeights.length; i++) {
      Normal own = parts.get(i).normal();
      Normal expected = new Normal(own.mean(), own.variance() + statement.variance());
      logWeights[i] = Math.log(parts.get(i).weight()) + expected.logDensity(statement.mean());
      normals.add(own.and(statement));
    }
    return ofLogWeights(logWeights, normals);
  }

  double logDensity(double x) {
    double sum = 0;
    for (Part part : parts) sum += part.weight() * Math.exp(part.normal().logDensity(x));
    return Math.log(Math.max(sum, Double.MIN_NORMAL));
  }

  /** Below this lies nothing worth mentioning. */
  double least() {
    return parts.stream()
        .mapToDouble(p -> p.normal().mean() - 5 * p.normal().deviation())
        .min()
        .orElseThrow();
  }

  /** Above this lies nothing worth mentioning. */
  double most() {
    return parts.stream()
        .mapToDouble(p -> p.normal().mean() + 5 * p.normal().deviation())
        .max()
        .orElseThrow();
  }
}
