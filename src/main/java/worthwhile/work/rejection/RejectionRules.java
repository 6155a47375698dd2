package worthwhile.work.rejection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import worthwhile.source.Platform;
import worthwhile.source.card.Dated;
import worthwhile.source.card.Recourse;
import worthwhile.source.card.Recourse.Step;

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

  /** The day from which work handed in on a day is overdue is the one after this. */
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

  /** The first day on which a step taken on a day has had its time; absent if not known. */
  Optional<LocalDate> answered(Step step, LocalDate taken) {
    return recourses.stream()
        .filter(recourse -> recourse.step() == step)
        .flatMap(recourse -> recourse.days().stream())
        .findFirst()
        .map(taken::plusDays);
  }
}
