package worthwhile.pay.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import worthwhile.pay.ErrorRow;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;

/**
 * Measures the estimate on tasks that were really done. Each requester's batches are estimated by a
 * model that was learned from the other requesters alone.
 *
 * <p>Reports are drawn by chance, one for each of so many workers, {@value #DRAWS} times; the draws
 * follow from the data, so that two runs say the same.
 */
public final class Errors {
  /** A batch with fewer assignments does not tell what is typical. */
  private static final int FEWEST_ASSIGNMENTS = 20;

  private static final int DRAWS = 20;
  private static final int RESAMPLES = 200;
  private static final List<Integer> REPORTS = List.of(1, 2, 5, 10);
  private static final List<Integer> MORE_REPORTS = List.of(1, 5);

  private final Map<String, List<One>> byEvidence = new LinkedHashMap<>();

  /** One estimate beside the truth. */
  private record One(
      String requester, String batch, double factor, boolean covered, double workersCovered) {
    boolean within(double share) {
      return Math.abs(factor - 1) <= share;
    }

    double error() {
      return Math.max(factor, 1 / factor);
    }
  }

  private Errors() {}

  /** A row for each kind of evidence, from none but the listing to ten reports. */
  public static List<ErrorRow> measure(Assignments data) {
    Errors errors = new Errors();
    Map<String, List<AssignmentBatch>> requesters = data.byRequester();
    requesters.forEach(
        (name, batches) -> errors.measure(batches, learnedWithout(name, requesters)));
    return errors.rows();
  }

  /** The same with one model for all, which is to say nothing about requesters it has seen. */
  static List<ErrorRow> measure(Assignments data, HourlyPay estimate) {
    Errors errors = new Errors();
    data.byRequester().values().forEach(batches -> errors.measure(batches, estimate));
    return errors.rows();
  }

  private static HourlyPay learnedWithout(
      String name, Map<String, List<AssignmentBatch>> requesters) {
    Map<String, List<AssignmentBatch>> others = new LinkedHashMap<>(requesters);
    others.remove(name);
    return new HourlyPay(Rates.shipped(), Training.learn(others.values()));
  }

  private void measure(List<AssignmentBatch> batches, HourlyPay estimate) {
    for (AssignmentBatch batch : batches)
      if (batch.assignments() >= FEWEST_ASSIGNMENTS) measure(batch, batches, estimate);
  }

  private void measure(AssignmentBatch batch, List<AssignmentBatch> all, HourlyPay estimate) {
    @SuppressWarnings("ReferenceEquality") // This very batch is left out, not what equals it.
    List<JobPosting> others =
        all.stream().filter(other -> other != batch).map(AssignmentBatch::known).toList();
    note("listing only", batch, estimate.of(batch.posting(), List.of()));
    if (!others.isEmpty())
      note("requester's other tasks", batch, estimate.of(batch.posting(), others));
    RandomGenerator chance = new Random(batch.posting().identifier().hashCode());
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int number : REPORTS)
        if (number <= batch.workers())
          note(
              number == 1 ? "1 report" : number + " reports",
              batch,
              estimate.of(batch.reportedBy(number, chance), List.of()));
      for (int number : MORE_REPORTS)
        if (number <= batch.workers() && !others.isEmpty())
          note(
              "other tasks, " + (number == 1 ? "1 report" : number + " reports"),
              batch,
              estimate.of(batch.reportedBy(number, chance), others));
    }
  }

  private void note(String evidence, AssignmentBatch batch, Optional<Pay> estimate) {
    List<One> all = byEvidence.computeIfAbsent(evidence, _ -> new ArrayList<>());
    estimate.map(pay -> compare(batch, pay)).ifPresent(all::add);
  }

  private static One compare(AssignmentBatch batch, Pay pay) {
    double factor = pay.median().doubleValue() / batch.hourly();
    double inside =
        batch.seconds().values().stream()
            .mapToDouble(own -> batch.reward().doubleValue() * 3600 / middle(own))
            .filter(hourly -> holds(pay, hourly))
            .count();
    return new One(
        batch.requester(),
        batch.posting().id(),
        factor,
        holds(pay, batch.hourly()),
        inside / batch.workers());
  }

  private static double middle(List<Double> own) {
    return own.stream().sorted().skip(own.size() / 2).findFirst().orElseThrow();
  }

  private static boolean holds(Pay pay, double hourly) {
    return pay.low().doubleValue() <= hourly && hourly <= pay.high().doubleValue();
  }

  private List<ErrorRow> rows() {
    return byEvidence.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static ErrorRow row(String evidence, List<One> all) {
    double[] within = new double[RESAMPLES];
    double[] factors = new double[RESAMPLES];
    List<List<One>> byRequester =
        List.copyOf(all.stream().collect(Collectors.groupingBy(One::requester)).values());
    RandomGenerator chance = new Random(evidence.hashCode());
    for (int i = 0; i < RESAMPLES; i++) {
      List<One> drawn = new ArrayList<>();
      for (int j = 0; j < byRequester.size(); j++)
        drawn.addAll(byRequester.get(chance.nextInt(byRequester.size())));
      within[i] = share(drawn, one -> one.within(0.75));
      factors[i] = factor(drawn);
    }
    Arrays.sort(within);
    Arrays.sort(factors);
    int least = RESAMPLES / 20;
    int most = RESAMPLES - 1 - least;
    return new ErrorRow(
        evidence,
        (int) all.stream().map(One::batch).distinct().count(),
        all.size(),
        share(all, one -> one.within(0.75)),
        within[least],
        within[most],
        share(all, one -> one.within(0.25)),
        factor(all),
        factors[least],
        factors[most],
        share(all, One::covered),
        rounded(all.stream().mapToDouble(One::workersCovered).average().orElseThrow()));
  }

  private static double factor(List<One> all) {
    double[] errors = all.stream().mapToDouble(One::error).sorted().toArray();
    return rounded(errors[errors.length / 2]);
  }

  private static double share(List<One> all, Predicate<One> what) {
    return rounded((double) all.stream().filter(what).count() / all.size());
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
