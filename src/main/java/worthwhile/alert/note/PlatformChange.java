package worthwhile.alert.note;

import java.time.LocalDate;
import java.util.Optional;
import worthwhile.posting.word.Worded;
import worthwhile.source.Platform;

/**
 * Something that changed at a platform, or will.
 *
 * @param id the same as long as platform, kind and day are
 * @param date the first day of what {@code precision} says is known: when it happened or is to
 *     happen; of a deadline, the last day
 * @param precision {@code day}, {@code month} or {@code year}
 * @param told the day from which it was known
 * @param by who tells it, where that is not the platform itself
 * @param source address
 */
public record PlatformChange(
    String id,
    Platform platform,
    Kind kind,
    LocalDate date,
    String precision,
    LocalDate told,
    String text,
    Optional<String> by,
    String source) {
  /** What kind of change. */
  public enum Kind implements Worded {
    /** A last day for something. */
    DEADLINE,
    /** Pay, rules or the platform itself. */
    CHANGE,
    /** Workers' data got out. */
    BREACH,
    /** Accounts were closed. */
    SUSPENSION,
    /** A page of the platform announced its end. */
    ANNOUNCED
  }

  /** Whether it lies ahead. */
  boolean isComing(LocalDate today) {
    boolean foretold = kind == Kind.DEADLINE || (kind == Kind.ANNOUNCED && date.isAfter(told));
    return foretold && !date.isBefore(today);
  }
}
