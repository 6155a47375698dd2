package worthwhile.pay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Reason;

/** What times rest on. */
final class TimeReasons {
  private TimeReasons() {}

  /** What the voices rest on, a reason for each thing worth saying. */
  static List<Reason> voices(Voices voices) {
    List<Reason> all = new ArrayList<>();
    if (!voices.isEmpty()) all.add(heard(voices));
    int workers = voices.voices().size();
    int reports = voices.counted().size();
    if (reports > workers)
      all.add(Reason.of("reports-repeated").with("reports", reports).with("workers", workers));
    if (voices.practised()) all.add(Reason.of("told-by-practised"));
    if (voices.leftOut() > 0)
      all.add(Reason.of("reports-left-out").with("reports", voices.leftOut()));
    return all;
  }

  private static Reason heard(Voices voices) {
    double[] seconds =
        voices.voices().stream().mapToDouble(v -> Math.exp(v.logSeconds())).sorted().toArray();
    if (seconds.length == 1)
      return Reason.of("one-report")
          .with("measured", voices.measured())
          .with("time", time(seconds[0]));
    return Reason.of("reports")
        .with("workers", seconds.length)
        .with("measured", voices.measured())
        .with("least", time(seconds[0]))
        .with("most", time(seconds[seconds.length - 1]))
        .with("middle", time(median(seconds)));
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : Math.sqrt(sorted[half - 1] * sorted[half]);
  }

  static Reason platform(Normal time) {
    return Reason.of("platform-measured").with("time", time(Math.exp(time.mean())));
  }

  static Reason stated(JobPosting posting, double seconds) {
    boolean field = posting.timeRequired() != null && posting.timeRequired().isPositive();
    Reason reason = field ? Reason.of("time-stated") : Reason.of("time-in-text");
    return reason.with("time", time(seconds));
  }

  static Reason others(OtherTasks others) {
    double[] seconds =
        others.tasks().stream()
            .mapToDouble(task -> Math.exp(task.time().mean()))
            .sorted()
            .toArray();
    return Reason.of("other-tasks")
        .with("tasks", seconds.length)
        .with("workers", others.workers())
        .with("least", time(seconds[0]))
        .with("most", time(seconds[seconds.length - 1]));
  }

  static Reason similar(Posterior time) {
    return interval(Reason.of("time-of-like-tasks"), time);
  }

  static Reason combined(Posterior time) {
    return interval(Reason.of("time-combined"), time);
  }

  private static Reason interval(Reason reason, Posterior time) {
    return reason
        .with("middle", time(Math.exp(time.median())))
        .with("least", time(Math.exp(time.low())))
        .with("most", time(Math.exp(time.high())));
  }

  /** A statistical figure: below a minute to the second, above to the second too. */
  private static Duration time(double seconds) {
    return Duration.ofSeconds((long) (Math.round(seconds * 1000) / 1000));
  }
}
