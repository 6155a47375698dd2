package worthwhile.pay.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.TimeModel;
import worthwhile.pay.Widths;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Pay;

/**
 * Models that were learned without some of the batches.
 *
 * <p>Their widths are calibrated on what the others, left out in turn besides, show: what is kept
 * back has no part in them either.
 */
final class LeftOut {
  /** Estimates of one kind for a batch; they share its weight. */
  private static final int DRAWS = 4;

  private final List<List<AssignmentBatch>> parts;
  private final Training training = new Training();

  /** Not calibrated yet, by the parts that are left out. */
  private final Map<Set<Integer>, TimeModel> raw = new HashMap<>();

  /** What was done with a trial of a batch that the model had not seen. */
  private record Seen(Trial trial, Calibration.Miss miss) {}

  /** Batches in parts, of which each is left out as a whole. */
  LeftOut(List<List<AssignmentBatch>> parts) {
    this.parts = parts;
  }

  /** Learned from everything. */
  TimeModel none() {
    return calibrated(Set.of());
  }

  /** Learned from all parts but this. */
  TimeModel part(int part) {
    return calibrated(Set.of(part));
  }

  private TimeModel calibrated(Set<Integer> out) {
    List<Seen> seen = new ArrayList<>();
    if (parts.size() - out.size() > 1)
      for (int part = 0; part < parts.size(); part++)
        if (!out.contains(part)) seen.addAll(seen(part, out));
    return learned(out)
        .widened(
            new Widths(
                factor(seen, t -> t.reports() == 0 && t.others().isEmpty()),
                factor(seen, t -> t.reports() == 0 && !t.others().isEmpty()),
                factor(seen, t -> t.reports() > 0 && t.others().isEmpty()),
                factor(seen, t -> t.reports() > 0 && !t.others().isEmpty())));
  }

  private static double factor(List<Seen> seen, Predicate<Trial> kind) {
    return Calibration.factor(
        seen.stream().filter(one -> kind.test(one.trial())).map(Seen::miss).toList());
  }

  private List<Seen> seen(int part, Set<Integer> out) {
    Set<Integer> both = new HashSet<>(out);
    both.add(part);
    HourlyPay estimate = new HourlyPay(Rates.shipped(), learned(both));
    return parts.get(part).stream()
        .flatMap(
            batch ->
                Trial.of(batch, ofRequester(batch.requester(), out), DRAWS).stream()
                    .flatMap(trial -> seen(part, batch, trial, estimate)))
        .toList();
  }

  private static Stream<Seen> seen(
      int part, AssignmentBatch batch, Trial trial, HourlyPay estimate) {
    return estimate.of(trial.posting(), trial.others()).stream()
        .map(
            pay ->
                new Seen(
                    trial,
                    new Calibration.Miss(part, batch.posting().id(), halves(pay, batch.hourly()))));
  }

  private static double halves(Pay pay, double truth) {
    double off = Math.log(truth / pay.median().doubleValue());
    double end = (off > 0 ? pay.high() : pay.low()).doubleValue();
    return off / Math.log(end / pay.median().doubleValue());
  }

  /** Her batches of the parts that are not left out. */
  private List<AssignmentBatch> ofRequester(String requester, Set<Integer> out) {
    return kept(out).filter(batch -> batch.requester().equals(requester)).toList();
  }

  private Stream<AssignmentBatch> kept(Set<Integer> out) {
    return IntStream.range(0, parts.size())
        .filter(part -> !out.contains(part))
        .boxed()
        .flatMap(part -> parts.get(part).stream());
  }

  private TimeModel learned(Set<Integer> out) {
    return raw.computeIfAbsent(
        out,
        _ ->
            training.learn(
                kept(out).collect(Collectors.groupingBy(AssignmentBatch::requester)).values()));
  }
}
