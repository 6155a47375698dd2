package worthwhile.alert.note;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import worthwhile.posting.Reason;

/**
 * That a platform has new postings after a long time without.
 *
 * @param platform id of its card
 * @param name of the platform for people
 * @param last when its last posting before came
 */
public record Waking(String platform, String name, Instant last) {
  /** The day of the last posting before, counted from 1970 (UTC): by it one waking is known. */
  long day() {
    return LocalDate.ofInstant(last, ZoneOffset.UTC).toEpochDay();
  }

  /** In words. */
  public Reason reason() {
    return Reason.of("alert-woke")
        .with("platform", name)
        .with("last", SourceNotes.time(last))
        .with("id", platform);
  }
}
