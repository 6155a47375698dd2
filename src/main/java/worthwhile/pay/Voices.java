package worthwhile.pay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import worthwhile.posting.WorkReport;

/**
 * The reports about one task, as one voice for each worker.
 *
 * <ul>
 *   <li>A worker who reports a thousand times is one voice: the median of what she says.
 *   <li>Returned and screened-out work was not finished, and its time does not count.
 *   <li>Times under 2 seconds and over 12 hours are slips of a timer.
 *   <li>Times told from memory (forums, reviews) are blurred, and those who tell are practised:
 *       they count a fifth longer. Timers and imported histories are taken as they are.
 *   <li>A voice weighs half after each year that it is older than the newest.
 * </ul>
 *
 * @param voices of at most {@value #MOST} workers, newest first
 * @param leftOut reports with a time that does not count
 * @param newest when the newest was made; absent if none has a date
 */
public record Voices(
    List<Voice> voices, List<WorkReport> counted, int leftOut, Optional<Instant> newest) {
  /** More would not change a figure that can be seen. */
  private static final int MOST = 200;

  /**
   * Those who post times in forums needed a third less than the requester stated (median of 138
   * titles that tell both); nothing says which of the two is off, so each gets half.
   */
  private static final double PRACTISED = 0.2;

  private static final double BLUR = 0.35;
  private static final double YEAR = Duration.ofDays(365).toMillis();
  private static final BigDecimal SHORTEST = new BigDecimal("0.0333");
  private static final BigDecimal LONGEST = BigDecimal.valueOf(720);

  public static Voices of(List<WorkReport> reports) {
    List<WorkReport> counted = reports.stream().filter(Voices::counts).toList();
    Optional<Instant> newest =
        counted.stream().map(WorkReport::at).filter(Objects::nonNull).max(Instant::compareTo);
    List<Voice> voices =
        byWorker(counted).values().stream()
            .map(own -> voice(own, newest))
            .sorted(Comparator.comparingDouble(Voice::weight).reversed())
            .limit(MOST)
            .toList();
    long timed = reports.stream().filter(Voices::told).count();
    return new Voices(voices, counted, (int) timed - counted.size(), newest);
  }

  boolean isEmpty() {
    return voices.isEmpty();
  }

  /** Whether any of it was measured, not remembered. */
  boolean measured() {
    return counted.stream().anyMatch(Voices::isLog);
  }

  /** Whether any of it was told from memory. */
  boolean practised() {
    return counted.stream().anyMatch(Voices::fromMemory);
  }

  private static boolean told(WorkReport report) {
    return report.minutes() != null && !isPlatform(report);
  }

  private static boolean counts(WorkReport report) {
    BigDecimal minutes = report.minutes();
    if (minutes == null || !told(report)) return false;
    boolean slip = minutes.compareTo(SHORTEST) < 0 || minutes.compareTo(LONGEST) > 0;
    if (slip || report.outcome() == null) return !slip;
    return switch (report.outcome()) {
      case PAID, REJECTED, PENDING -> true;
      case RETURNED, SCREENED_OUT -> false;
    };
  }

  static boolean isPlatform(WorkReport report) {
    return "platform".equals(report.by());
  }

  private static boolean isLog(WorkReport report) {
    return "timer".equals(report.by()) || "import".equals(report.by());
  }

  private static boolean fromMemory(WorkReport report) {
    return "forum".equals(report.by()) || "review".equals(report.by());
  }

  private static Map<Object, List<WorkReport>> byWorker(List<WorkReport> counted) {
    Map<Object, List<WorkReport>> byWorker = new LinkedHashMap<>();
    for (WorkReport report : counted) {
      Object worker = report.worker() == null ? report : report.worker();
      byWorker.computeIfAbsent(worker, _ -> new ArrayList<>()).add(report);
    }
    return byWorker;
  }

  private static Voice voice(List<WorkReport> own, Optional<Instant> newest) {
    double[] logs = own.stream().mapToDouble(Voices::logSeconds).sorted().toArray();
    int half = logs.length / 2;
    double middle = logs.length % 2 == 1 ? logs[half] : (logs[half - 1] + logs[half]) / 2;
    boolean memory = own.stream().allMatch(Voices::fromMemory);
    double age = own.stream().mapToDouble(report -> years(report, newest)).min().orElse(0);
    return new Voice(own.getFirst().worker(), middle, memory ? BLUR : 0, Math.pow(0.5, age));
  }

  static double logSeconds(WorkReport report) {
    BigDecimal minutes =
        Objects.requireNonNull(report.minutes(), "reports without a time do not count");
    double seconds = minutes.doubleValue() * 60;
    return Math.log(seconds) + (fromMemory(report) ? PRACTISED : 0);
  }

  private static double years(WorkReport report, Optional<Instant> newest) {
    if (newest.isEmpty() || report.at() == null) return 0;
    return Duration.between(report.at(), newest.get()).toMillis() / YEAR;
  }
}
