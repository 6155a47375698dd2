package worthwhile.pay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import worthwhile.posting.WorkReport;

/**
 * What became of work, as workers tell it. A worker counts once for each task, however often she
 * tells; her outcomes share that one count.
 *
 * @param paid workers' worth of paid work
 * @param rejected likewise
 * @param pending likewise
 * @param returned work given back unfinished
 * @param returnedTime what that took, in times that the task typically takes
 * @param screenedOut workers who were sent away after a start
 * @param screenedTime what that took, likewise
 */
record Outcomes(
    double paid,
    double rejected,
    double pending,
    double returned,
    double returnedTime,
    double screenedOut,
    double screenedTime) {
  static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0, 0, 0);

  /** Of unfinished work whose time is not told, half of the task is taken to be done. */
  private static final double HALF = 0.5;

  private static final double LONGEST = 2;

  /** Those of one task that typically takes so many seconds. */
  static Outcomes of(List<WorkReport> reports, double typicalSeconds) {
    Map<Object, List<WorkReport>> byWorker = new LinkedHashMap<>();
    for (WorkReport report : reports) {
      if (report.outcome() == null) continue;
      Object worker = report.worker() == null ? report : report.worker();
      byWorker.computeIfAbsent(worker, _ -> new ArrayList<>()).add(report);
    }
    Outcomes all = NONE;
    for (List<WorkReport> own : byWorker.values())
      for (WorkReport report : own) all = all.and(of(report, 1.0 / own.size(), typicalSeconds));
    return all;
  }

  private static Outcomes of(WorkReport report, double weight, double typicalSeconds) {
    double time = weight * share(report, typicalSeconds);
    return switch (Objects.requireNonNull(
        report.outcome(), "reports without one are passed over")) {
      case PAID -> new Outcomes(weight, 0, 0, 0, 0, 0, 0);
      case REJECTED -> new Outcomes(0, weight, 0, 0, 0, 0, 0);
      case PENDING -> new Outcomes(0, 0, weight, 0, 0, 0, 0);
      case RETURNED -> new Outcomes(0, 0, 0, weight, time, 0, 0);
      case SCREENED_OUT -> new Outcomes(0, 0, 0, 0, 0, weight, time);
    };
  }

  private static double share(WorkReport report, double typicalSeconds) {
    if (report.minutes() == null) return HALF;
    return Math.min(LONGEST, report.minutes().doubleValue() * 60 / typicalSeconds);
  }

  Outcomes and(Outcomes other) {
    return new Outcomes(
        paid + other.paid,
        rejected + other.rejected,
        pending + other.pending,
        returned + other.returned,
        returnedTime + other.returnedTime,
        screenedOut + other.screenedOut,
        screenedTime + other.screenedTime);
  }

  double judged() {
    return paid + rejected;
  }

  double finished() {
    return judged() + pending;
  }
}
