package worthwhile.reputation;

import java.util.Set;

/**
 * What the ratings of a requester come to.
 *
 * @param score 0 (everybody would stay away) to 1; the base without any evidence
 * @param low lower end of the 90% interval
 * @param high upper end of it
 * @param n reviewers who count
 * @param weight sum of what their ratings weigh; one fully trusted, fresh rating weighs 1
 * @param frozen reviewers whose ratings came in a burst of new accounts and wait for somebody to
 *     look at them
 */
public record RequesterScore(
    String requester,
    double score,
    double low,
    double high,
    int n,
    double weight,
    Set<String> frozen) {
  /** Fewer reviewers than this say nothing about a requester yet. */
  public static final int LEAST_REVIEWERS = 3;

  /** Whether enough reviewers count for the score to be shown. */
  public enum State {
    KNOWN,
    NOT_ENOUGH_HISTORY
  }

  public RequesterScore {
    frozen = Set.copyOf(frozen);
    if (!(0 <= low && low <= score && score <= high && high <= 1))
      throw new IllegalArgumentException(
          "0 <= %s <= %s <= %s <= 1 does not hold".formatted(low, score, high));
  }

  public State state() {
    return n < LEAST_REVIEWERS ? State.NOT_ENOUGH_HISTORY : State.KNOWN;
  }
}
