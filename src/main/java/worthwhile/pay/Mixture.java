package worthwhile.pay;

import java.util.ArrayList;
import java.util.List;

/**
 * What is believed of a task's time before its workers are heard: several beliefs with their
 * weights, and statements about the same that are independent of them and of each other.
 *
 * @param parts whose weights sum up to 1; none if there are statements alone
 * @param statements that hold besides
 */
record Mixture(List<Part> parts, List<Normal> statements) {
  /** One belief and how much it counts. */
  record Part(double weight, Student belief) {}

  Mixture {
    parts = List.copyOf(parts);
    statements = List.copyOf(statements);
  }

  static Mixture of(Normal statement) {
    return new Mixture(List.of(), List.of(statement));
  }

  /** Parts whose weights are given as logarithms, up to a common summand. */
  static Mixture ofLogWeights(double[] logWeights, List<Student> beliefs) {
    double most = Double.NEGATIVE_INFINITY;
    for (double weight : logWeights) most = Math.max(most, weight);
    double sum = 0;
    for (double weight : logWeights) sum += Math.exp(weight - most);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < logWeights.length; i++)
      parts.add(new Part(Math.exp(logWeights[i] - most) / sum, beliefs.get(i)));
    return new Mixture(parts, List.of());
  }

  /** This together with an independent statement about the same. */
  Mixture and(Normal statement) {
    List<Normal> all = new ArrayList<>(statements);
    all.add(statement);
    return new Mixture(parts, all);
  }

  double logDensity(double x) {
    double log = 0;
    for (Normal statement : statements) log += statement.logDensity(x);
    if (parts.isEmpty()) return log;
    double sum = 0;
    for (Part part : parts) sum += part.weight() * part.belief().density(x);
    return log + Math.log(Math.max(sum, Double.MIN_NORMAL));
  }

  /** No logarithm of the density is higher than this. */
  double highestLog() {
    double log = 0;
    for (Normal statement : statements) log += statement.logDensity(statement.mean());
    double sum = 0;
    for (Part part : parts) sum += part.weight() * part.belief().density(part.belief().mean());
    return parts.isEmpty() ? log : log + Math.log(Math.max(sum, Double.MIN_NORMAL));
  }

  /** Below this lies nothing worth mentioning. */
  double least() {
    double least = Double.POSITIVE_INFINITY;
    for (Part part : parts) least = Math.min(least, part.belief().mean() - part.belief().reach());
    for (Normal one : statements) least = Math.min(least, one.mean() - 5 * one.deviation());
    return least;
  }

  /** Above this lies nothing worth mentioning. */
  double most() {
    double most = Double.NEGATIVE_INFINITY;
    for (Part part : parts) most = Math.max(most, part.belief().mean() + part.belief().reach());
    for (Normal one : statements) most = Math.max(most, one.mean() + 5 * one.deviation());
    return most;
  }
}
