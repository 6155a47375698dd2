package worthwhile.pay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.posting.JobPosting;

/**
 * Other tasks of a requester whose times are known: the {@value #MOST} whose titles are most alike,
 * of equally alike ones the newest.
 *
 * @param tasks with what they pay and what is believed of their times
 * @param workers how many voices that rests on
 * @param newest when the newest of them was heard; absent if none has a date
 */
public record OtherTasks(List<KnownTask> tasks, int workers, Optional<Instant> newest) {
  private static final int MOST = 15;
  private static final double YEAR = Duration.ofDays(365).toMillis();

  /** A figure of the platform's is a mean or a median of many; how it is made is rarely said. */
  private static final double PLATFORM_DEVIATION = 0.3;

  /** The variance of a median is so much larger than that of a mean. */
  private static final double MEDIAN = Math.PI / 2;

  /** How many voices' worth the usual spread counts beside the one that is met. */
  private static final double USUAL = 4;

  /** A task that reports were heard about. */
  private record Heard(
      JobPosting posting, TaskListing listing, Voices voices, Optional<Normal> platform) {
    Instant at() {
      return voices.newest().orElse(Objects.requireNonNullElse(posting.datePosted(), Instant.MIN));
    }
  }

  static OtherTasks of(
      JobPosting asked,
      TaskListing listing,
      List<JobPosting> others,
      Rewards rewards,
      Spread spread) {
    List<Heard> heard =
        others.stream()
            .filter(other -> !other.id().equals(asked.id()))
            .flatMap(other -> heard(other, rewards).stream())
            .sorted(
                Comparator.comparingDouble((Heard other) -> -listing.likeness(other.listing()))
                    .thenComparing(Heard::at, Comparator.reverseOrder()))
            .limit(MOST)
            .toList();
    Optional<Instant> newest =
        heard.stream().flatMap(one -> one.voices().newest().stream()).max(Instant::compareTo);
    int workers = heard.stream().mapToInt(one -> one.voices().voices().size()).sum();
    return new OtherTasks(timed(heard, newest, spread), workers, newest);
  }

  boolean isEmpty() {
    return tasks.isEmpty();
  }

  private static Optional<Heard> heard(JobPosting other, Rewards rewards) {
    Voices voices = Voices.of(other.reports());
    Optional<Normal> platform = platform(other);
    if (voices.isEmpty() && platform.isEmpty()) return Optional.empty();
    return rewards
        .forTask(other)
        .map(reward -> new Heard(other, TaskListing.of(other, reward), voices, platform));
  }

  /** What the platform measured itself: a field of its own, or the newest report by it. */
  static Optional<Normal> platform(JobPosting posting) {
    if (posting.timeMeasured() != null && posting.timeMeasured().isPositive())
      return Optional.of(measured(posting.timeMeasured().toMillis() / 1000.0));
    return posting.reports().stream()
        .filter(Voices::isPlatform)
        .filter(report -> report.minutes() != null)
        .max(Comparator.comparing(report -> Objects.requireNonNullElse(report.at(), Instant.MIN)))
        .flatMap(report -> Optional.ofNullable(report.minutes()))
        .map(minutes -> measured(minutes.doubleValue() * 60));
  }

  private static Normal measured(double seconds) {
    return Normal.around(seconds, PLATFORM_DEVIATION);
  }

  private static List<KnownTask> timed(List<Heard> heard, Optional<Instant> newest, Spread spread) {
    Map<String, Integer> tasksOf = new HashMap<>();
    for (Heard one : heard)
      for (Voice voice : one.voices().voices())
        if (voice.worker() != null) tasksOf.merge(voice.worker(), 1, Integer::sum);
    List<KnownTask> timed = new ArrayList<>();
    for (Heard one : heard) {
      Stream<Normal> known =
          Stream.concat(
              one.platform().stream(), typical(one.voices().voices(), tasksOf, spread).stream());
      Normal time = known.reduce(Normal::and).orElseThrow();
      double age = newest.map(date -> years(one, date)).orElse(0.0);
      timed.add(
          new KnownTask(
              one.listing(), new Normal(time.mean(), time.variance() * Math.pow(2, age))));
    }
    return timed;
  }

  private static double years(Heard one, Instant newest) {
    return one.voices()
        .newest()
        .map(at -> Duration.between(at, newest).toMillis() / YEAR)
        .orElse(0.0);
  }

  /**
   * The median of the voices. A worker who did several of the tasks is quick or slow in all of
   * them, so her voice is shared out among them.
   */
  public static Optional<Normal> typical(
      List<Voice> voices, Map<String, Integer> tasksOf, Spread spread) {
    if (voices.isEmpty()) return Optional.empty();
    double median = median(voices.stream().mapToDouble(Voice::logSeconds).toArray());
    double off =
        1.48
            * median(voices.stream().mapToDouble(v -> Math.abs(v.logSeconds() - median)).toArray());
    double usual = spread.typical();
    int n = voices.size();
    double variance = (USUAL * usual * usual + n * off * off) / (USUAL + n);
    double blur = voices.stream().mapToDouble(v -> v.blur() * v.blur()).average().orElse(0);
    double counting =
        voices.stream().mapToDouble(v -> 1.0 / tasksOf.getOrDefault(workerOf(v), 1)).sum();
    return Optional.of(new Normal(median, MEDIAN * (variance + blur) / counting));
  }

  private static String workerOf(Voice voice) {
    return Objects.requireNonNullElse(voice.worker(), "");
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
