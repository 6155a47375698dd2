package worthwhile.pay.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import worthwhile.posting.Pay;

/**
 * Measures the estimate on tasks that were really done, each by a model that has not seen it.
 *
 * <p>Reports are drawn by chance, one for each of so many workers, {@value #DRAWS} times; the draws
 * follow from the data, so that two runs say the same.
 */
public final class Errors {
  /** Batches are kept back in so many turns. */
  private static final int TURNS = 8;

  private static final int DRAWS = 20;
  private static final int RESAMPLES = 200;

  private final Map<String, List<AssignmentBatch>> requesters;
  private final LeftOut leftOut;

  /** For each part that was left out, in the order of the parts. */
  private final List<TimeModel> models = new ArrayList<>();

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

  private Errors(Map<String, List<AssignmentBatch>> requesters, List<List<AssignmentBatch>> parts) {
    this.requesters = requesters;
    leftOut = new LeftOut(parts);
    for (int part = 0; part < parts.size(); part++) {
      TimeModel model = leftOut.part(part);
      models.add(model);
      for (AssignmentBatch batch : parts.get(part))
        for (Trial trial :
            Trial.of(
                batch,
                Objects.requireNonNull(
                    requesters.get(batch.requester()), "the batches come from this map"),
                DRAWS)) note(batch, trial, model);
    }
  }

  /** Each requester's batches by a model that was learned from the other requesters alone. */
  public static Errors leavingOutRequesters(Assignments data) {
    Map<String, List<AssignmentBatch>> requesters = data.byRequester();
    return new Errors(requesters, List.copyOf(requesters.values()));
  }

  /** Each batch by a model that was learned from others, among them the requester's own others. */
  public static Errors leavingOutBatches(Assignments data) {
    List<List<AssignmentBatch>> turns = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) turns.add(new ArrayList<>());
    int at = 0;
    for (List<AssignmentBatch> batches : data.byRequester().values())
      for (AssignmentBatch batch : batches) turns.get(at++ % TURNS).add(batch);
    return new Errors(data.byRequester(), turns);
  }

  private void note(AssignmentBatch batch, Trial trial, TimeModel model) {
    double logSeconds = Math.log(batch.typicalSeconds());
    new HourlyPay(Rates.shipped(), model)
        .of(trial.posting(), trial.others())
        .map(
            pay ->
                compare(
                    batch,
                    pay,
                    model.logDensity(trial.posting(), trial.others(), logSeconds).orElseThrow()))
        .ifPresent(byEvidence.computeIfAbsent(trial.evidence(), _ -> new ArrayList<>())::add);
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

  /** The model that is learned from all of the data. */
  TimeModel model() {
    return leftOut.none();
  }

  /** For each requester, how the others foretell her tasks, and what she adds to them. */
  public List<Influence> influences() {
    TimeModel all = model();
    Iterator<TimeModel> without = models.iterator();
    return requesters.keySet().stream()
        .map(requester -> influence(requester, all, without.next()))
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
        Objects.requireNonNull(requesters.get(requester), "the batches come from this map").size(),
        covered(requester, "listing only"),
        covered(requester, Trial.reports(1)),
        covered(requester, Trial.reports(5)),
        covered(requester, Trial.reports(10)),
        middle(moved),
        middle(wider),
        without.widths());
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
