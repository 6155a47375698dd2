package worthwhile.pay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;

/**
 * How long tasks take, how requesters set rewards, and how much both differ. All in natural
 * logarithms of seconds and US dollars.
 *
 * <p>The typical time of a task is normally distributed around what its wording suggests, with a
 * part that all tasks of the requester share, a part that tasks with alike titles share, and a part
 * of its own. The reward is an observation of that time: requesters pay more for longer work, each
 * with a generosity of its own, and none exactly. So a listing alone gives a wide estimate, and
 * other tasks of the requester whose times are known narrow it in both ways.
 *
 * @param time of a task whose wording suggests nothing, allowed one hour
 * @param judging added if it is a judgement
 * @param writing added if something is to be made
 * @param study added if it is a survey or study
 * @param allowed added for each logarithmic unit of time allowed above one hour
 * @param requesterSpread standard deviation of the part that a requester's tasks share
 * @param titleSpread standard deviation of the part that alike titles share
 * @param reward (bent) for a task of {@link #TYPICAL}
 * @param elasticity of the reward with the time
 * @param generositySpread standard deviation between requesters' rewards for the same time
 * @param freedom degrees of freedom of how far a requester strays: the fewer, the less the spreads
 *     above say about the next one
 * @param spread of workers' times on one task
 * @param widths of intervals, against what all of the above makes them
 */
public record TimeModel(
    double time,
    double judging,
    double writing,
    double study,
    double allowed,
    double requesterSpread,
    double titleSpread,
    double reward,
    double elasticity,
    double generositySpread,
    double freedom,
    Spread spread,
    Widths widths) {
  /** Logarithm of 148 seconds, where {@code reward} is given. */
  static final double TYPICAL = 5;

  /**
   * Some requesters pay by length, others try out prices on the same task. Which it is shows in
   * their other tasks, so each pair of these standard deviations is a hypothesis, all equally
   * likely before: of a task's own time, and of the reward for a known time.
   */
  private static final double[] OWN_TIME = {0.12, 0.3, 0.6};

  private static final double[] OWN_REWARD = {0.2, 0.45, 0.8};

  /**
   * What may be so of a requester.
   *
   * @param ownTime variance of a task's own time
   * @param ownReward variance of the reward for a known time
   */
  record Hypothesis(double ownTime, double ownReward) {}

  static final List<Hypothesis> HYPOTHESES = hypotheses();

  private static List<Hypothesis> hypotheses() {
    List<Hypothesis> all = new ArrayList<>();
    for (double time : OWN_TIME)
      for (double pay : OWN_REWARD) all.add(new Hypothesis(time * time, pay * pay));
    return List.copyOf(all);
  }

  /** The same with another correlation of the workers of one task. */
  public TimeModel correlated(double correlation) {
    return with(
        new Spread(spread.width(), spread.between(), spread.freedom(), correlation), widths);
  }

  /** The same with other widths of intervals. */
  public TimeModel widened(Widths changed) {
    return with(spread, changed);
  }

  private TimeModel with(Spread otherSpread, Widths otherWidths) {
    return new TimeModel(
        time,
        judging,
        writing,
        study,
        allowed,
        requesterSpread,
        titleSpread,
        reward,
        elasticity,
        generositySpread,
        freedom,
        otherSpread,
        otherWidths);
  }

  /** What the wording and the time allowed suggest. */
  double expected(TaskListing listing) {
    return time
        + listing.judging() * judging
        + listing.writing() * writing
        + listing.study() * study
        + listing.logAllowed() * allowed;
  }

  /** The time of a task, from its listing and what is known of the requester's other tasks. */
  Mixture predict(TaskListing task, List<KnownTask> others) {
    return new RequesterTimes(this, others, task).prediction();
  }

  /**
   * Logarithm of the density that the estimate gives to a typical time: the measure by which models
   * are compared.
   *
   * @param others other postings of the same requester, with their reports
   * @return absent if the posting is not estimated
   */
  public OptionalDouble logDensity(JobPosting posting, List<JobPosting> others, double logSeconds) {
    Rewards rewards = new Rewards(Rates.shipped());
    return rewards
        .of(posting)
        .flatMap(paid -> TimeEstimate.of(posting, paid, others, rewards, this))
        .map(estimate -> OptionalDouble.of(estimate.time().logDensity(logSeconds)))
        .orElse(OptionalDouble.empty());
  }

  /** Logarithm of how likely these tasks of one requester are. */
  public double logLikelihood(List<KnownTask> tasks) {
    return new RequesterTimes(this, tasks, null).logLikelihood();
  }
}
