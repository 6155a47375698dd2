package worthwhile.extract;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a platform says of its own end.
 *
 * @param kind whether it closes or goes over into another
 * @param quote the sentence, as it stands on the page
 * @param day when; absent if only a month or nothing is named
 */
public record Announcement(Kind kind, String quote, Optional<LocalDate> day) {
  /** What becomes of the platform. */
  public enum Kind {
    /** It ends. */
    CLOSING,
    /** It goes over into another platform. */
    MERGING
  }
}
