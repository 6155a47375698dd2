package worthwhile.site.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.schedule.SourceCondition;
import worthwhile.site.view.SiteInstance.Standing;

/** Whether a source needs somebody to look at it, gravest first. */
enum Fares {
  /** It changed too much to be believed, or a batch of it waits for a person. */
  DRIFTED,
  /** It refuses, or we may not ask. */
  REFUSING,
  /** The last run went wrong. */
  FAILING,
  /** It is due for long and nobody reads it. */
  OVERDUE,
  /** It asked to be left alone for a while. */
  PARKED,
  /** All is well, or it was never read. */
  FINE,
  /** It is not read, because somebody wants it so. */
  OFF;

  /** A source that is due is read in less, however many are. */
  private static final Duration PATIENCE = Duration.ofHours(2);

  static Fares of(Standing standing, boolean isHeld, Instant now) {
    if (isHeld) return DRIFTED;
    return switch (SourceCondition.of(standing.condition())) {
      case QUARANTINED -> DRIFTED;
      case SUSPENDED -> REFUSING;
      case FAILING -> FAILING;
      case PARKED -> PARKED;
      case OFF -> OFF;
      case NEW, OK -> isOverdue(standing, now) ? OVERDUE : FINE;
    };
  }

  private static boolean isOverdue(Standing standing, Instant now) {
    boolean rests = standing.running().isEmpty();
    return rests && standing.nextRun().filter(at -> at.plus(PATIENCE).isBefore(now)).isPresent();
  }

  boolean needsAttention() {
    return switch (this) {
      case DRIFTED, REFUSING, FAILING, OVERDUE, PARKED -> true;
      case FINE, OFF -> false;
    };
  }

  /**
   * Key of the words that say what mends it.
   *
   * @param reason why it is so
   */
  String mend(boolean isHeld, Optional<Reason> reason) {
    if (isHeld) return "held";
    return reason
        .flatMap(Fares::byReason)
        .orElseGet(
            () ->
                switch (this) {
                  case DRIFTED -> "drifted";
                  case REFUSING -> "refused";
                  case FAILING -> "unavailable";
                  case OVERDUE -> "overdue";
                  case PARKED -> "parked";
                  case FINE, OFF -> "nothing";
                });
  }

  private static Optional<String> byReason(Reason reason) {
    return switch (reason.code()) {
      case "key-missing" -> Optional.of("key");
      case "page-cut-off" -> Optional.of("cut-off");
      case "run-broke-down", "run-killed", "run-stopped" -> Optional.of("broken");
      case "page-failed", "stopped-early" ->
          byOutcome(String.valueOf(reason.parameters().get("outcome")));
      default -> Optional.empty();
    };
  }

  private static Optional<String> byOutcome(String outcome) {
    return switch (outcome) {
      case "blocked", "login-required" -> Optional.of("refused");
      case "gone" -> Optional.of("gone");
      case "not-allowed" -> Optional.of("not-allowed");
      case "drifted", "unacceptable" -> Optional.of("drifted");
      case "unavailable" -> Optional.of("unavailable");
      case "broken" -> Optional.of("broken");
      default -> Optional.empty();
    };
  }
}
