package worthwhile.pay.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import worthwhile.pay.ErrorRow;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.TimeModel;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;

/**
 * Measures the estimate on tasks that were really done, each by a model that has not seen it.
 *
 * <p>Reports are drawn by chance, one for each of so many workers, {@value #DRAWS} times; the draws
 * follow from the data, so that two runs say the same.
 */
public final class Errors {
  /** A batch with fewer assignments does not tell what is typical. */
  private static final int FEWEST_ASSIGNMENTS = 20;

  /** Batches are kept back in so many turns. */
  private static final int TURNS = 8;

  private static final int DRAWS = 20;
  private static final int RESAMPLES = 200;
  private static final List<Integer> REPORTS = List.of(1, 2, 5, 10);
  private static final List<Integer> MORE_REPORTS = List.of(1, 5);

  private final Map<String, List<AssignmentBatch>> requesters;
  private final Training training = new Training();
  private final Map<String, TimeModel> learnedWithout = new LinkedHashMap<>();
  private final Map<String, List<One>> byEvidence = new LinkedHashMap<>();

  /** One estimate beside the truth. */
  private record One(
      String requester,
      String batch,
      double factor,
      boolean covered,
      double workersCovered,
      double logDensity) {
    boolean within(double share) {
      return Math.abs(factor - 1) <= share;
    }

    double error() {
      return Math.max(factor, 1 / factor);
    }
  }

  private Errors(Assignments data) {
    requesters = data.byRequester();
  }

  /** Each requester's batches by a model that was learned from the other requesters alone. */
  public static Errors leavingOutRequesters(Assignments data) {
    Errors errors = new Errors(data);
    errors.requesters.forEach(
        (name, batches) -> {
          Map<String, List<AssignmentBatch>> others = new LinkedHashMap<>(errors.requesters);
          others.remove(name);
          TimeModel model = errors.training.learn(others.values());
          errors.learnedWithout.put(name, model);
          batches.forEach(batch -> errors.measure(batch, batches, model));
        });
    return errors;
  }

  /** Each batch by a model that was learned from others, among them the requester's own others. */
  public static Errors leavingOutBatches(Assignments data) {
    Errors errors = new Errors(data);
    for (int turn = 0; turn < TURNS; turn++) {
      List<List<AssignmentBatch>> left = new ArrayList<>();
      List<AssignmentBatch> kept = new ArrayList<>();
      int at = 0;
      for (List<AssignmentBatch> batches : errors.requesters.values()) {
        List<AssignmentBatch> rest = new ArrayList<>();
        for (AssignmentBatch batch : batches) (at++ % TURNS == turn ? kept : rest).add(batch);
        left.add(rest);
      }
      TimeModel model = errors.training.learn(left);
      for (AssignmentBatch batch : kept)
        errors.measure(batch, errors.requesters.get(batch.requester()), model);
    }
    return errors;
  }

  private void measure(AssignmentBatch batch, List<AssignmentBatch> all, TimeModel model) {
    if (batch.assignments() < FEWEST_ASSIGNMENTS) return;
    @SuppressWarnings("ReferenceEquality") // This very batch is left out, not what equals it.
    List<JobPosting> others =
        all.stream().filter(other -> other != batch).map(AssignmentBatch::known).toList();
    note("listing only", batch, batch.posting(), List.of(), model);
    if (!others.isEmpty()) note("requester's other tasks", batch, batch.posting(), others, model);
    RandomGenerator chance = new Random(batch.posting().identifier().hashCode());
    for (int draw = 0; draw < DRAWS; draw++) {
      for (int number : REPORTS)
        if (number <= batch.workers())
          note(reports(number), batch, batch.reportedBy(number, chance), List.of(), model);
      for (int number : MORE_REPORTS)
        if (number <= batch.workers() && !others.isEmpty())
          note(
              "other tasks, " + reports(number),
              batch,
              batch.reportedBy(number, chance),
              others,
              model);
    }
  }

  private static String reports(int number) {
    return number == 1 ? "1 report" : number + " reports";
  }

  private void note(
      String evidence,
      AssignmentBatch batch,
      JobPosting posting,
      List<JobPosting> others,
      TimeModel model) {
    List<One> all = byEvidence.computeIfAbsent(evidence, _ -> new ArrayList<>());
    new HourlyPay(Rates.shipped(), model)
        .of(posting, others)
        .map(
            pay ->
                compare(
                    batch,
                    pay,
                    model
                        .logDensity(posting, others, Math.log(batch.typicalSeconds()))
                        .orElseThrow()))
        .ifPresent(all::add);
  }

  private static One compare(AssignmentBatch batch, Pay pay, double logDensity) {
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
        inside / batch.workers(),
        logDensity);
  }

  private static double middle(List<Double> own) {
    return own.stream().sorted().skip(own.size() / 2).findFirst().orElseThrow();
  }

  private static boolean holds(Pay pay, double hourly) {
    return pay.low().doubleValue() <= hourly && hourly <= pay.high().doubleValue();
  }

  /** A row for each kind of evidence, from none but the listing to ten reports. */
  public List<ErrorRow> rows() {
    return byEvidence.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static ErrorRow row(String evidence, List<One> all) {
    double[] within = new double[RESAMPLES];
    double[] factors = new double[RESAMPLES];
    double[] covered = new double[RESAMPLES];
    List<List<One>> byRequester =
        List.copyOf(all.stream().collect(Collectors.groupingBy(One::requester)).values());
    RandomGenerator chance = new Random(evidence.hashCode());
    for (int i = 0; i < RESAMPLES; i++) {
      List<One> drawn = new ArrayList<>();
      for (int j = 0; j < byRequester.size(); j++)
        drawn.addAll(byRequester.get(chance.nextInt(byRequester.size())));
      within[i] = share(drawn, one -> one.within(0.75));
      factors[i] = factor(drawn);
      covered[i] = share(drawn, One::covered);
    }
    for (double[] drawn : List.of(within, factors, covered)) Arrays.sort(drawn);
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
        covered[least],
        covered[most],
        mean(all, One::workersCovered),
        rounded(
            byRequester.stream()
                .mapToDouble(own -> mean(own, One::logDensity))
                .average()
                .orElseThrow()));
  }

  private static double mean(List<One> all, ToDoubleFunction<One> what) {
    return rounded(all.stream().mapToDouble(what).average().orElseThrow());
  }

  /** For each requester, how the others foretell her tasks, and what she adds to them. */
  public List<Influence> influences() {
    TimeModel all = training.learn(requesters.values());
    return learnedWithout.entrySet().stream()
        .map(entry -> influence(entry.getKey(), all, entry.getValue()))
        .toList();
  }

  private Influence influence(String requester, TimeModel all, TimeModel without) {
    List<Pay> with = listingsOnly(all);
    List<Pay> other = listingsOnly(without);
    double[] moved = new double[with.size()];
    double[] wider = new double[with.size()];
    for (int i = 0; i < moved.length; i++) {
      double factor = with.get(i).median().doubleValue() / other.get(i).median().doubleValue();
      moved[i] = Math.max(factor, 1 / factor);
      wider[i] = width(with.get(i)) / width(other.get(i));
    }
    return new Influence(
        requester,
        requesters.get(requester).size(),
        covered(requester, "listing only"),
        covered(requester, reports(1)),
        covered(requester, reports(5)),
        covered(requester, reports(10)),
        middle(moved),
        middle(wider));
  }

  private List<Pay> listingsOnly(TimeModel model) {
    HourlyPay estimate = new HourlyPay(Rates.shipped(), model);
    return requesters.values().stream()
        .flatMap(List::stream)
        .flatMap(batch -> estimate.of(batch.posting(), List.of()).stream())
        .toList();
  }

  private static double width(Pay pay) {
    return Math.log(pay.high().doubleValue() / pay.low().doubleValue());
  }

  private OptionalDouble covered(String requester, String evidence) {
    return byEvidence.getOrDefault(evidence, List.of()).stream()
        .filter(one -> one.requester().equals(requester))
        .mapToDouble(one -> one.covered() ? 1 : 0)
        .average();
  }

  private static double middle(double[] values) {
    return rounded(Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElse(1));
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
