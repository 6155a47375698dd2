package worthwhile.pay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import worthwhile.posting.JobPosting;

/** Evidence about times, in plain English. */
final class TimeSentences {
  private TimeSentences() {}

  static String heard(Voices voices) {
    double[] seconds =
        voices.voices().stream().mapToDouble(v -> Math.exp(v.logSeconds())).sorted().toArray();
    String how = voices.measured() ? "measured" : "said";
    if (seconds.length == 1)
      return "One worker %s that it took %s: one unverified report."
          .formatted(how, time(seconds[0]));
    return "%d workers %s that it took %s to %s, half of them less than %s."
        .formatted(
            seconds.length,
            how,
            time(seconds[0]),
            time(seconds[seconds.length - 1]),
            time(median(seconds)));
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : Math.sqrt(sorted[half - 1] * sorted[half]);
  }

  static String repeated(int reports, int workers) {
    return "%d reports by %d %s: each worker counts once, with her middle time."
        .formatted(reports, workers, workers == 1 ? "worker" : "workers");
  }

  static String practised() {
    return "Times told in forums and reviews are counted a fifth longer: who tells is practised.";
  }

  static String leftOut(int number) {
    return number == 1
        ? "One report does not count as a time: not finished, or a slip of the timer."
        : number + " reports do not count as times: not finished, or slips of a timer.";
  }

  static String platform(Normal time) {
    return "The platform measured " + time(Math.exp(time.mean())) + ".";
  }

  static String stated(JobPosting posting, double seconds) {
    boolean field = posting.timeRequired() != null && posting.timeRequired().isPositive();
    return (field ? "The source states " : "Its text says ") + time(seconds) + " for it.";
  }

  static String others(OtherTasks others) {
    int tasks = others.tasks().size();
    return "%s of this requester %s a known time, from %d %s; %s."
        .formatted(
            tasks == 1 ? "One other task" : tasks + " other tasks",
            tasks == 1 ? "has" : "have",
            others.workers(),
            others.workers() == 1 ? "worker" : "workers",
            span(others));
  }

  private static String span(OtherTasks others) {
    double[] seconds =
        others.tasks().stream()
            .mapToDouble(task -> Math.exp(task.time().mean()))
            .sorted()
            .toArray();
    if (seconds.length == 1) return "typically " + time(seconds[0]);
    return "typically " + time(seconds[0]) + " to " + time(seconds[seconds.length - 1]);
  }

  static String similar(Posterior time) {
    return "Nobody has said how long it takes. Tasks with such a reward, time limit and wording took"
        + " about %s, eight of ten of them %s to %s."
            .formatted(
                time(Math.exp(time.median())),
                time(Math.exp(time.low())),
                time(Math.exp(time.high())));
  }

  static String combined(Posterior time) {
    return "All of it together: about %s, and with a chance of eight in ten %s to %s."
        .formatted(
            time(Math.exp(time.median())), time(Math.exp(time.low())), time(Math.exp(time.high())));
  }

  private static String time(double seconds) {
    return Sentences.time(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  /** What the voices rest on, a sentence for each thing worth saying. */
  static List<String> voices(Voices voices) {
    List<String> all = new ArrayList<>();
    if (!voices.isEmpty()) all.add(heard(voices));
    int workers = voices.voices().size();
    if (voices.counted().size() > workers) all.add(repeated(voices.counted().size(), workers));
    if (voices.practised()) all.add(practised());
    if (voices.leftOut() > 0) all.add(leftOut(voices.leftOut()));
    return all;
  }
}
