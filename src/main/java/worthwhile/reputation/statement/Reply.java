package worthwhile.reputation.statement;

import java.time.Instant;
import worthwhile.posting.RequesterId;

/**
 * What a requester who proved to be one answers: to a review, or on her own page to everybody.
 *
 * @param about a review or a requester
 */
public record Reply(
    String id,
    String account,
    RequesterId requester,
    Subject about,
    String text,
    boolean hidden,
    Instant created,
    Instant changed) {
  /** The longest text, in characters. */
  public static final int LONGEST_TEXT = 4_000;

  public Reply {
    if (text.isBlank() || text.length() > LONGEST_TEXT)
      throw new IllegalArgumentException("text: 1 to " + LONGEST_TEXT + " characters");
  }
}
