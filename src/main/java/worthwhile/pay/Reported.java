package worthwhile.pay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;
import worthwhile.posting.WorkReport;

/**
 * Pay per hour from what people say a task took: the amount by the median of their minutes.
 *
 * <p>One report per worker counts, the newest; returned and screened-out work was not finished and
 * does not count; times under 2 seconds and over 12 hours are slips of a timer. Times of one task
 * spread log-normally between workers, with a standard deviation of 0.79 in the logarithm (measured
 * on 68 MTurk batches): the interval is the median times and divided by 2.2, narrowed with the root
 * of the number of reports. The mean is not used: it overstates the time by a third.
 */
final class Reported {
  private static final MathContext INSIDE = MathContext.DECIMAL64;
  private static final double SPREAD = 2.2;
  private static final BigDecimal SHORTEST = new BigDecimal("0.0333");
  private static final BigDecimal LONGEST = BigDecimal.valueOf(720);

  private Reported() {}

  static Optional<Pay> of(JobPosting posting, Range amount, List<String> evidence) {
    List<WorkReport> reports = usable(posting.reports());
    if (reports.isEmpty()) return Optional.empty();
    List<BigDecimal> minutes = reports.stream().map(WorkReport::minutes).sorted().toList();
    BigDecimal typical = median(minutes);
    List<String> sentences = new ArrayList<>(evidence);
    sentences.add(Sentences.reported(minutes, typical));
    BigDecimal hourly = amount.median().multiply(HourlyPay.perHour(typical), INSIDE);
    BigDecimal width = width(reports.size());
    Range range = new Range(hourly.divide(width, INSIDE), hourly, hourly.multiply(width, INSIDE));
    boolean seconds = typical.compareTo(BigDecimal.ONE) < 0;
    return HourlyPay.pay(
        range, Pay.Basis.REPORTED, reports.size(), newest(reports), sentences, seconds);
  }

  private static List<WorkReport> usable(List<WorkReport> reports) {
    Map<Object, WorkReport> byWorker = new LinkedHashMap<>();
    for (WorkReport report : reports) {
      if (!counts(report)) continue;
      Object worker = report.worker() == null ? report : report.worker();
      byWorker.merge(worker, report, Reported::newer);
    }
    return List.copyOf(byWorker.values());
  }

  private static boolean counts(WorkReport report) {
    if (report.minutes() == null) return false;
    boolean slip =
        report.minutes().compareTo(SHORTEST) < 0 || report.minutes().compareTo(LONGEST) > 0;
    if (slip || report.outcome() == null) return !slip;
    return switch (report.outcome()) {
      case PAID, REJECTED, PENDING -> true;
      case RETURNED, SCREENED_OUT -> false;
    };
  }

  private static WorkReport newer(WorkReport a, WorkReport b) {
    if (a.at() == null || b.at() == null) return b.at() == null ? a : b;
    return b.at().isAfter(a.at()) ? b : a;
  }

  private static BigDecimal median(List<BigDecimal> sorted) {
    BigDecimal upper = sorted.get(sorted.size() / 2);
    return sorted.size() % 2 == 1 ? upper : Range.middle(sorted.get(sorted.size() / 2 - 1), upper);
  }

  /** A statistical factor, not money: three decimals are more than it is worth. */
  private static BigDecimal width(int n) {
    double factor = Math.pow(SPREAD, 1 / Math.sqrt(n));
    return BigDecimal.valueOf(factor).setScale(3, RoundingMode.HALF_UP);
  }

  private static Instant newest(List<WorkReport> reports) {
    return reports.stream()
        .map(WorkReport::at)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
