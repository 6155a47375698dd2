package worthwhile.work.rejection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.source.card.Recourse.Step;
import worthwhile.work.Status;
import worthwhile.work.Work;

/** What a worker can do next about work that was rejected or not paid. */
public sealed interface NextStep {
  /** Nothing: it is paid, or she gave it back herself. */
  record Nothing(Status status) implements NextStep {}

  /**
   * It is not decided, and need not be yet.
   *
   * @param last day until which that is so; absent if not known
   */
  record NotDue(Optional<LocalDate> last) implements NextStep {}

  /**
   * Write to the requester.
   *
   * @param last day on which it can still be contested; absent if not known
   */
  record Write(Optional<LocalDate> last) implements NextStep {}

  /**
   * Wait for an answer.
   *
   * @param until day on which there is something to do again; absent if not known
   */
  record Wait(Optional<LocalDate> until) implements NextStep {}

  /**
   * Turn to the platform.
   *
   * @param last day on which it can still be contested; absent if not known
   */
  record Support(Optional<LocalDate> last) implements NextStep {}

  /** It could be contested until a day that has passed. */
  record TooLate(LocalDate last) implements NextStep {}

  /** Everything that is known was done: note what came of it. */
  record Conclude() implements NextStep {}

  /** It is not known what can be done at this platform. */
  record NotKnown() implements NextStep {}

  /** It has ended. */
  record Settled(RejectionOutcome outcome) implements NextStep {}

  /** As the API writes it: {@code too-late}. */
  default String word() {
    return switch (this) {
      case Nothing _ -> "nothing";
      case NotDue _ -> "not-due";
      case Write _ -> "write";
      case Wait _ -> "wait";
      case Support _ -> "support";
      case TooLate _ -> "too-late";
      case Conclude _ -> "conclude";
      case NotKnown _ -> "not-known";
      case Settled _ -> "settled";
    };
  }

  /** The day that belongs to it; absent where it has none, or none is known. */
  default Optional<LocalDate> day() {
    return switch (this) {
      case NotDue(Optional<LocalDate> last) -> last;
      case Write(Optional<LocalDate> last) -> last;
      case Wait(Optional<LocalDate> until) -> until;
      case Support(Optional<LocalDate> last) -> last;
      case TooLate(LocalDate last) -> Optional.of(last);
      case Nothing _, Conclude _, NotKnown _, Settled _ -> Optional.empty();
    };
  }

  /**
   * What comes next.
   *
   * @param today the worker's own day
   * @param zone of her calendar
   */
  static NextStep of(
      Work work, Pursuit pursuit, RejectionRules rules, LocalDate today, ZoneId zone) {
    if (pursuit.outcome().isPresent()) return new Settled(pursuit.outcome().get());
    return switch (work.status()) {
      case APPROVED, PAID, RETURNED, ABANDONED -> new Nothing(work.status());
      case REJECTED, TIMED_OUT, SCREENED_OUT -> open(work, pursuit, rules, today, zone);
      case PENDING -> {
        Optional<LocalDate> due = rules.due(work.day(zone));
        boolean over = due.filter(today::isAfter).isPresent() || isBegun(pursuit);
        yield over ? open(work, pursuit, rules, today, zone) : new NotDue(due);
      }
    };
  }

  private static boolean isBegun(Pursuit pursuit) {
    return pursuit.rejected().or(pursuit::wrote).or(pursuit::support).isPresent();
  }

  private static NextStep open(
      Work work, Pursuit pursuit, RejectionRules rules, LocalDate today, ZoneId zone) {
    if (pursuit.support().isPresent())
      return afterSupport(rules.answered(Step.SUPPORT, pursuit.support().get()), today);
    Optional<LocalDate> last = last(work, pursuit, rules, zone);
    if (last.filter(today::isAfter).isPresent()) return new TooLate(last.get());
    if (pursuit.wrote().isPresent()) {
      Optional<LocalDate> answered = rules.answered(Step.WRITE, pursuit.wrote().get());
      return afterWriting(answered, last, rules, today);
    }
    if (rules.has(Step.WRITE)) return new Write(last);
    return rules.has(Step.SUPPORT) || rules.has(Step.CONTEST) ? new Support(last) : new NotKnown();
  }

  /**
   * The last day for contesting it; absent if not known. Where the day of the rejection is not
   * known the day of handing in stands for it, since it cannot have been earlier.
   */
  static Optional<LocalDate> last(Work work, Pursuit pursuit, RejectionRules rules, ZoneId zone) {
    boolean rejected = work.status() != Status.PENDING || pursuit.rejected().isPresent();
    if (!rejected) return Optional.empty();
    return rules.last(pursuit.rejected().or(() -> work.day(zone)));
  }

  private static NextStep afterSupport(Optional<LocalDate> answered, LocalDate today) {
    return answered.filter(day -> !today.isBefore(day)).isPresent()
        ? new Conclude()
        : new Wait(answered);
  }

  /** Waiting ends on the last day for contesting at the latest. */
  private static NextStep afterWriting(
      Optional<LocalDate> answered,
      Optional<LocalDate> last,
      RejectionRules rules,
      LocalDate today) {
    Optional<LocalDate> until =
        Stream.of(answered, last).flatMap(Optional::stream).min(LocalDate::compareTo);
    if (until.isEmpty() || today.isBefore(until.get())) return new Wait(until);
    return rules.has(Step.SUPPORT) ? new Support(last) : new Conclude();
  }
}
