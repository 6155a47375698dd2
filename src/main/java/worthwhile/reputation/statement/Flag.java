package worthwhile.reputation.statement;

import java.time.Instant;
import java.util.Optional;
import worthwhile.posting.word.Worded;

/**
 * Somebody says that something is wrong with a posting, a requester, a review or a reply.
 *
 * @param account absent for a visitor without one
 * @param visitor stands for a visitor without an account on one day; says nothing else
 * @param text what was seen, in her own words
 * @param link to where it can be seen; it is never opened here
 */
public record Flag(
    String id,
    Optional<String> account,
    Optional<String> visitor,
    Subject about,
    FlagKind kind,
    Optional<String> text,
    Optional<String> link,
    State state,
    Instant created) {
  /** The longest text, in characters. */
  public static final int LONGEST_TEXT = 2_000;

  /** What became of it. */
  public enum State implements Worded {
    OPEN,
    UPHELD,
    DISMISSED
  }

  /** An image that goes with it, written anew. */
  public record Image(String mediaType, byte[] content) {}

  public Flag {
    if (account.isEmpty() && visitor.isEmpty())
      throw new IllegalArgumentException("a flag is of an account or of a visitor");
    if (text.isPresent() && text.get().length() > LONGEST_TEXT)
      throw new IllegalArgumentException("text: at most " + LONGEST_TEXT + " characters");
  }
}
