package worthwhile.source.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * A domain that is a platform's, or looks as if it were.
 *
 * @param name such as {@code example.org}, or {@code jobs.example.org/acme} where a host is shared
 * @param note a sentence to be shown beside it; absent if none
 * @param citation absent if nobody says when and where it was read
 */
public record Domain(
    String name, Use use, Optional<String> note, @JsonUnwrapped Optional<Citation> citation) {
  /** What a domain is to a platform. */
  public enum Use {
    /** Its own; what lies below it is too. */
    OWN,
    /** Somebody else's, by which it recruits. */
    RECRUITING,
    /** Looks like its own and is not known to be. */
    LOOK_ALIKE
  }
}
