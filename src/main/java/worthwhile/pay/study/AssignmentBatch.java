package worthwhile.pay.study;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import worthwhile.posting.JobPosting;
import worthwhile.posting.WorkReport;

/**
 * A task that was really done: its posting as it was listed, and every worker's times.
 *
 * @param requester whose it is, by whatever name keeps requesters apart
 * @param posting without reports
 * @param reward in USD
 * @param seconds of each worker's assignments, in the order of the data
 * @param at when the newest was done
 */
record AssignmentBatch(
    String requester,
    JobPosting posting,
    BigDecimal reward,
    Map<String, List<Double>> seconds,
    Instant at) {
  AssignmentBatch {
    seconds = new TreeMap<>(seconds);
  }

  int workers() {
    return seconds.size();
  }

  int assignments() {
    return seconds.values().stream().mapToInt(List::size).sum();
  }

  /** The typical time: the median over workers of each worker's median. */
  double typicalSeconds() {
    return median(seconds.values().stream().mapToDouble(AssignmentBatch::median).toArray());
  }

  /** What the typical worker earned per hour. */
  double hourly() {
    return reward.doubleValue() * 3600 / typicalSeconds();
  }

  private static double median(List<Double> values) {
    return median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The posting with every assignment as a report: a task that is well known. */
  JobPosting known() {
    List<WorkReport> reports = new ArrayList<>();
    seconds.forEach((worker, all) -> all.forEach(one -> reports.add(report(worker, one))));
    return posting.toBuilder().reports(reports).build();
  }

  /** The posting with one report each of so many workers, drawn by chance. */
  JobPosting reportedBy(int number, RandomGenerator chance) {
    List<Map.Entry<String, List<Double>>> workers = new ArrayList<>(seconds.entrySet());
    List<WorkReport> reports = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Map.Entry<String, List<Double>> worker = workers.remove(chance.nextInt(workers.size()));
      List<Double> own = worker.getValue();
      reports.add(report(worker.getKey(), own.get(chance.nextInt(own.size()))));
    }
    return posting.toBuilder().reports(reports).build();
  }

  private WorkReport report(String worker, double seconds) {
    BigDecimal minutes = BigDecimal.valueOf(Math.max(seconds, 2) / 60);
    return new WorkReport(worker, minutes, at, WorkReport.Outcome.PAID, null);
  }
}
