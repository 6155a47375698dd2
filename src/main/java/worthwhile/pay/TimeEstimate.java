package worthwhile.pay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;

/**
 * How long a task takes, from everything that is known.
 *
 * <p>Before workers are heard, the strongest of these counts: the requester's other tasks together
 * with what the listing and its requester say; else what is stated or was measured by the platform;
 * else, for a task of a few dollars, tasks with a listing like it. Then each worker's voice moves
 * it. The time allowed is never taken for the time needed.
 *
 * @param basis the strongest kind of evidence
 * @param n statements of that kind
 * @param newest when the newest was made; absent if not known
 * @param evidence a reason for each kind
 */
record TimeEstimate(
    Posterior time, Pay.Basis basis, int n, Optional<Instant> newest, List<Reason> evidence) {
  /** What the model was not made for: nobody pays more than this for a micro-task. */
  private static final BigDecimal MOST = BigDecimal.valueOf(20);

  /** A stated time is off by so much, in the logarithm: see {@link RequesterTimes}. */
  private static final double STATED_DEVIATION = 0.45;

  /** Nothing known but what workers say. */
  private static final Normal ANYTHING = Normal.around(600, 2);

  /**
   * Absent if nothing is known of the time.
   *
   * @param others earlier postings of the same requester, with their reports
   */
  static Optional<TimeEstimate> of(
      JobPosting posting,
      Rewards.Paid paid,
      List<JobPosting> others,
      Rewards rewards,
      TimeModel model) {
    return new Asked(posting, paid, others, rewards, model).answer();
  }

  /** What the answer is found from. */
  private static final class Asked {
    private final JobPosting posting;
    private final TimeModel model;
    private final boolean isTask;
    private final boolean isSmall;
    private final TaskListing listing;
    private final Voices voices;
    private final Optional<Normal> platform;
    private final OtherTasks others;

    Asked(
        JobPosting posting,
        Rewards.Paid paid,
        List<JobPosting> related,
        Rewards rewards,
        TimeModel model) {
      this.posting = posting;
      this.model = model;
      isTask = paid.unit() == UnitText.TASK;
      isSmall = paid.usd().median().compareTo(MOST) <= 0;
      listing = TaskListing.of(posting, paid.usd().median());
      voices = Voices.of(posting.reports());
      platform = OtherTasks.platform(posting);
      others =
          OtherTasks.of(posting, listing, isTask ? related : List.of(), rewards, model.spread());
    }

    Optional<TimeEstimate> answer() {
      return before()
          .map(prior -> Posterior.of(prior, voices.voices(), model.spread()).wider(width()))
          .map(time -> new TimeEstimate(time, basis(), n(), newest(), evidence(time)));
    }

    /** What is believed before the workers on this task are heard. */
    private Optional<Mixture> before() {
      if (!others.isEmpty())
        return Optional.of(withPlatform(model.predict(listing, others.tasks())));
      Optional<Normal> stated =
          listing.statedSeconds().stream()
              .mapToObj(seconds -> Normal.around(seconds, STATED_DEVIATION))
              .findFirst();
      Optional<Normal> said = Stream.concat(stated.stream(), platform.stream()).reduce(Normal::and);
      if (said.isPresent()) return said.map(Mixture::of);
      if (isTask && isSmall) return Optional.of(model.predict(listing, List.of()));
      return voices.isEmpty() ? Optional.empty() : Optional.of(Mixture.of(ANYTHING));
    }

    /** What the model foretells is calibrated; what is stated or measured is as it was told. */
    private double width() {
      boolean told = platform.isPresent() || listing.statedSeconds().isPresent();
      if (others.isEmpty() && (told || !(isTask && isSmall))) return 1;
      return model.widths().of(!others.isEmpty(), !voices.isEmpty());
    }

    private Mixture withPlatform(Mixture prediction) {
      return platform.map(prediction::and).orElse(prediction);
    }

    private Pay.Basis basis() {
      if (!voices.isEmpty()) return voices.measured() ? Pay.Basis.LOGGED : Pay.Basis.REPORTED;
      if (platform.isPresent()) return Pay.Basis.PLATFORM;
      return listing.statedSeconds().isPresent() ? Pay.Basis.STATED : Pay.Basis.SIMILAR;
    }

    private int n() {
      if (!voices.isEmpty()) return voices.voices().size();
      return basis() == Pay.Basis.SIMILAR ? others.workers() : 1;
    }

    private Optional<Instant> newest() {
      return Stream.of(voices.newest(), others.newest())
          .flatMap(Optional::stream)
          .max(Instant::compareTo);
    }

    private List<Reason> evidence(Posterior time) {
      List<Reason> all = TimeReasons.voices(voices);
      platform.ifPresent(measured -> all.add(TimeReasons.platform(measured)));
      listing.statedSeconds().ifPresent(seconds -> all.add(TimeReasons.stated(posting, seconds)));
      if (!others.isEmpty()) all.add(TimeReasons.others(others));
      boolean nothing = basis() == Pay.Basis.SIMILAR && others.isEmpty();
      if (nothing) all.add(TimeReasons.similar(time));
      else if (basis() != Pay.Basis.STATED) all.add(TimeReasons.combined(time));
      return all;
    }
  }
}
