package worthwhile.site.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;

/**
 * When somebody who waits for her money is asked whether it has come.
 *
 * @param due the day on which it should be there; absent if the platform's card does not tell
 * @param ask the day from which she is asked; absent if nobody knows when it is due
 */
record PayQuestion(Optional<LocalDate> due, Optional<LocalDate> ask) {
  /** Who says that she still waits is not asked again so soon. */
  private static final int PAUSE_DAYS = 7;

  /** Whether a review waits for an end. */
  static boolean isOpen(Review review) {
    return review.facts().outcome() == Outcome.PENDING;
  }

  /**
   * The question of a review that waits; absent of any other.
   *
   * @param days from handing in to pay, as the platform's card has it
   */
  static Optional<PayQuestion> of(Review review, Optional<Integer> days) {
    if (!isOpen(review)) return Optional.empty();
    LocalDate handedIn = LocalDate.ofInstant(review.at(), ZoneOffset.UTC);
    Optional<LocalDate> due = days.map(handedIn::plusDays);
    LocalDate said = LocalDate.ofInstant(review.changed(), ZoneOffset.UTC);
    boolean corrected = review.changed().isAfter(review.created());
    Optional<LocalDate> ask =
        due.map(day -> corrected ? later(day, said.plusDays(PAUSE_DAYS)) : day);
    return Optional.of(new PayQuestion(due, ask));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** Whether it is time to ask. */
  boolean isDue(LocalDate today) {
    return ask.filter(day -> !day.isAfter(today)).isPresent();
  }
}
