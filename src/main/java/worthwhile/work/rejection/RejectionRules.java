package worthwhile.work.rejection;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import worthwhile.source.Platform;
import worthwhile.source.card.Dated;
import worthwhile.source.card.Recourse;
import worthwhile.source.card.Recourse.Step;
import worthwhile.work.Work;

/**
 * What a platform's card says of rejected and unpaid work.
 *
 * @param recourses what can be done, those that still hold
 * @param paidAfterDays days from handing in until it is decided if nobody objects; absent if not
 *     known
 */
public record RejectionRules(List<Recourse> recourses, Optional<Integer> paidAfterDays) {
  /** Nothing is known. */
  public static final RejectionRules NONE = new RejectionRules(List.of(), Optional.empty());

  public RejectionRules {
    recourses = List.copyOf(recourses);
  }

  /** What a card says today. */
  public static RejectionRules of(Platform platform) {
    return new RejectionRules(
        Dated.current(platform.particulars().afterRejection()), platform.paidAfterDays());
  }

  /** Whether a step is known. */
  public boolean has(Step step) {
    return recourses.stream().anyMatch(recourse -> recourse.step() == step);
  }

  /** The last day on which work handed in on a day is not overdue; absent if not known. */
  public Optional<LocalDate> due(Optional<LocalDate> handedIn) {
    return handedIn.flatMap(day -> paidAfterDays.map(day::plusDays));
  }

  /** The last day on which a rejection of a day can be contested; absent if not known. */
  public Optional<LocalDate> last(Optional<LocalDate> rejected) {
    return recourses.stream()
        .filter(recourse -> recourse.step() == Step.CONTEST)
        .flatMap(
            recourse ->
                recourse
                    .day()
                    .or(() -> rejected.flatMap(day -> recourse.days().map(day::plusDays)))
                    .stream())
        .min(LocalDate::compareTo);
  }

  /** Whether there may be something to ask for: others ended it, or it is overdue. */
  public boolean concern(Work work, LocalDate today, ZoneId zone) {
    return switch (work.status()) {
      case REJECTED, TIMED_OUT, SCREENED_OUT -> true;
      case PENDING -> due(work.day(zone)).filter(today::isAfter).isPresent();
      case APPROVED, PAID, RETURNED, ABANDONED -> false;
    };
  }

  /** Whether the day of the rejection moves the last day for contesting it. */
  public boolean countFromRejection() {
    return recourses.stream().anyMatch(each -> each.step() == Step.CONTEST && each.day().isEmpty());
  }

  /** The first day on which a step taken on a day has had its time; absent if not known. */
  public Optional<LocalDate> answered(Step step, LocalDate taken) {
    return recourses.stream()
        .filter(recourse -> recourse.step() == step)
        .flatMap(recourse -> recourse.days().stream())
        .findFirst()
        .map(taken::plusDays);
  }
}
