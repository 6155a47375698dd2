package worthwhile.reputation;

import java.time.Instant;

/**
 * One reviewer's judgement of one requester. Reviewers and requesters are accounts of one name
 * space: who is rated badly herself loses her voice.
 *
 * @param value −1 (the worst) to 1 (the best)
 * @param verified whether it is known that the reviewer did work for this requester
 */
public record Rating(
    String reviewer, String requester, double value, Instant at, boolean verified) {
  public Rating {
    if (reviewer == null || reviewer.isBlank())
      throw new IllegalArgumentException("reviewer: must name an account");
    if (requester == null || requester.isBlank())
      throw new IllegalArgumentException("requester: must name an account");
    if (!(value >= -1 && value <= 1))
      throw new IllegalArgumentException("value: must be a number from -1 to 1, not " + value);
    if (at == null)
      throw new IllegalArgumentException("at: must be a moment such as 2026-11-28T12:00:00Z");
  }
}
