package worthwhile.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import worthwhile.posting.PostingState;
import worthwhile.posting.word.Worded;

/**
 * What an hour of a task is worth before anybody has taken it on: its net pay times the chance that
 * it can be had and is paid. The shares are from 0 to 1. Where nothing is known a share is lower
 * than for what is known to go well, so that the unknown never stands above it. Those of places,
 * states and warnings are set by hand; none of them was measured.
 *
 * @param net pay per hour after what is certain to be taken off, in millionths of a US dollar
 * @param shares what is left of it for each reason, in the order of {@link Reason}
 */
public record Worth(long net, List<Double> shares) {
  /** What lessens the chance. */
  public enum Reason implements Worded {
    /** Unpaid time, rejections and returns, as far as the estimate of pay knows them. */
    UNPAID,
    /** What smells of fraud. */
    FRAUD,
    /** What workers say of who offers it. */
    REQUESTER,
    /** Few places left, or nobody says how many. */
    PLACES,
    /** Not seen in the last crawl, or open to applications at all times. */
    STATE;
  }

  /** The general figure of what unpaid time takes, where nothing else is known. */
  private static final double USUALLY_PAID = 0.75;

  private static final double RISK_UNKNOWN = 0.9;
  private static final double CAUTION = 0.7;
  private static final double DANGER = 0.1;
  private static final double SAID_LEAST = 0.5;
  private static final double NOBODY_SAYS = 0.75;
  private static final double PLACES_UNKNOWN = 0.9;
  private static final double EVERGREEN = 0.8;
  private static final double MISSING = 0.6;
  private static final double MILLION = 1e6;

  public Worth {
    shares = List.copyOf(shares);
    if (shares.size() != Reason.values().length)
      throw new IllegalArgumentException("a share for each reason");
  }

  /** The worth of a posting whose net pay is known. */
  static Worth of(long net, PostingFacts facts) {
    List<Double> shares = new ArrayList<>();
    for (Reason reason : Reason.values()) shares.add(share(reason, net, facts));
    return new Worth(net, shares);
  }

  private static double share(Reason reason, long net, PostingFacts facts) {
    return switch (reason) {
      case UNPAID -> paid(net, facts.effective());
      case FRAUD -> honest(facts.risk(), facts.severity());
      case REQUESTER ->
          facts.reputation().isPresent()
              ? SAID_LEAST + facts.reputation().getAsLong() / MILLION * (1 - SAID_LEAST)
              : NOBODY_SAYS;
      case PLACES ->
          facts.places().isPresent()
              ? facts.places().getAsLong() / (facts.places().getAsLong() + 1.0)
              : PLACES_UNKNOWN;
      case STATE -> there(facts.state());
    };
  }

  private static double paid(long net, OptionalLong effective) {
    if (effective.isEmpty() || net <= 0) return USUALLY_PAID;
    return Math.clamp((double) effective.getAsLong() / net, 0, 1);
  }

  private static double honest(OptionalLong risk, long severity) {
    double share = risk.isPresent() ? 1 - risk.getAsLong() / MILLION : RISK_UNKNOWN;
    if (severity >= 3) return share * DANGER;
    return severity == 2 ? share * CAUTION : share;
  }

  private static double there(PostingState state) {
    return switch (state) {
      case OPEN -> 1;
      case EVERGREEN -> EVERGREEN;
      case MISSING, CLOSED -> MISSING;
    };
  }

  /** What is left for one reason, 0 to 1. */
  public double share(Reason reason) {
    return shares.get(reason.ordinal());
  }

  /** The chance that it can be had and is paid, 0 to 1. */
  public double chance() {
    return shares.stream().mapToDouble(Double::doubleValue).reduce(1, (a, b) -> a * b);
  }

  /** Net pay times the chance, in millionths of a US dollar per hour, not below 0. */
  public long amount() {
    return Math.max(0, (long) (net * chance()));
  }
}
