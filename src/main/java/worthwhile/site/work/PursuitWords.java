package worthwhile.site.work;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.work.Work;
import worthwhile.work.rejection.Pursuit;
import worthwhile.work.rejection.PursuitBuilder;
import worthwhile.work.rejection.RejectionOutcome;

/**
 * What a worker says that she has done about a piece of work. What is not said stays as it was;
 * what is said as an empty text is taken back.
 *
 * @param today the worker's own day
 * @param zone of her calendar
 */
record PursuitWords(TimingWords.GivenValues words, LocalDate today, ZoneId zone) {
  static final List<String> NAMES =
      List.of("rejected", "cause", "wrote", "support", "remind", "outcome");

  private static final int MOST_YEARS = 2;

  /**
   * What is to be stored in place of what was.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  Pursuit over(Work work, Pursuit before) {
    Pursuit after =
        PursuitBuilder.builder(before)
            .rejected(past("rejected", before.rejected(), work))
            .cause(word("cause", RejectionCause.class, before.cause()))
            .wrote(past("wrote", before.wrote(), work))
            .support(past("support", before.support(), work))
            .remind(coming(before.remind()))
            .build();
    if (words.get("outcome") == null) return after;
    return after.ended(word("outcome", RejectionOutcome.class, Optional.empty()), work);
  }

  private <E extends Enum<E> & Worded> Optional<E> word(
      String name, Class<E> kind, Optional<E> before) {
    if (words.get(name) == null) return before;
    Optional<String> said = words.said(name);
    Optional<E> value = said.flatMap(text -> Worded.of(kind, text));
    if (said.isPresent() && value.isEmpty())
      throw new IllegalArgumentException(
          name + " must be one of " + Worded.words(kind) + ", or empty.");
    return value;
  }

  private Optional<LocalDate> past(String name, Optional<LocalDate> before, Work work) {
    Optional<LocalDate> day = day(name, before);
    if (day.equals(before)) return before;
    if (day.filter(today::isBefore).isPresent())
      throw new IllegalArgumentException(
          name + " must be today, " + today + ", or earlier: " + day.get() + " is to come.");
    Optional<LocalDate> handedIn = work.day(zone);
    if (day.isPresent() && handedIn.filter(day.get()::isBefore).isPresent())
      throw new IllegalArgumentException(
          name + " must not be before the day of the work, " + handedIn.get() + ".");
    return day;
  }

  private Optional<LocalDate> coming(Optional<LocalDate> before) {
    Optional<LocalDate> day = day("remind", before);
    if (day.equals(before)) return before;
    LocalDate last = today.plusYears(MOST_YEARS);
    if (day.filter(value -> value.isBefore(today) || value.isAfter(last)).isPresent())
      throw new IllegalArgumentException(
          "remind must be a day from today, " + today + ", to " + last + ".");
    return day;
  }

  private Optional<LocalDate> day(String name, Optional<LocalDate> before) {
    if (words.get(name) == null) return before;
    try {
      return words.said(name).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          name + " must be a day such as " + today + ", or empty.", e);
    }
  }
}
