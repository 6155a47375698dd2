package worthwhile.site.work;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.account.Account;
import worthwhile.posting.Reason;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Parameters;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.source.card.Recourse.Step;
import worthwhile.work.Status;
import worthwhile.work.Work;
import worthwhile.work.rejection.Letter;
import worthwhile.work.rejection.NextStep;
import worthwhile.work.rejection.Pursuit;
import worthwhile.work.rejection.RejectionRules;
import worthwhile.work.time.TimedTask;

/**
 * A piece of work that was rejected or not paid, with what can be done about it.
 *
 * @param platform its platform's name
 * @param practice how the platform decides, in a sentence; absent if not known
 * @param last day on which it can still be contested; absent if not known
 * @param message the first message to the requester
 * @param review id of the worker's own review of the task; absent if she wrote none
 */
record AfterRejection(
    Work work,
    String platform,
    Optional<String> practice,
    Pursuit pursuit,
    RejectionRules rules,
    NextStep next,
    Optional<LocalDate> last,
    String message,
    Optional<String> review,
    LocalDate today,
    ZoneId zone) {
  /**
   * Of the account's piece that the address names.
   *
   * @throws Missing if it has none with this id
   */
  static AfterRejection of(SiteInstance instance, Workers workers, Account account, Context ctx) {
    Work work =
        Parameters.id(ctx.pathParam("id"))
            .flatMap(id -> instance.store().work().byId(account.id(), id))
            .orElseThrow(AfterRejection::missing);
    ZoneId zone = workers.zone(account);
    LocalDate today = instance.now().atZone(zone).toLocalDate();
    Pursuit pursuit = instance.store().pursuits().of(account.id(), work.id());
    RejectionRules rules = workers.rules(work.platform());
    Optional<Duration> stated = stated(instance, account, work);
    Letter letter = new Letter(work, pursuit.cause(), work.day(zone), stated);
    return new AfterRejection(
        work,
        instance.platformName(work.platform()),
        instance.sources().platform(work.platform()).flatMap(Platform::review),
        pursuit,
        rules,
        NextStep.of(work, pursuit, rules, today, zone),
        NextStep.last(work, pursuit, rules, zone),
        letter.text(),
        review(instance, account, work),
        today,
        zone);
  }

  static Missing missing() {
    return new Missing(Reason.of("no-such-work"));
  }

  private static Optional<Duration> stated(SiteInstance instance, Account account, Work work) {
    return Optional.ofNullable(work.posting())
        .flatMap(id -> instance.posting(id, Optional.of(account)))
        .map(found -> TimedTask.of(found.job()).usual());
  }

  private static Optional<String> review(SiteInstance instance, Account account, Work work) {
    return Optional.ofNullable(work.posting())
        .map(Subject::posting)
        .flatMap(task -> instance.store().statements(said -> said.reviews().of(account.id(), task)))
        .map(Review::id);
  }

  /** The last day on which undecided work is not overdue; absent if it is decided or not known. */
  Optional<LocalDate> due() {
    return work.status() == Status.PENDING ? rules.due(work.day(zone)) : Optional.empty();
  }

  /** What the card does not say of rejections. */
  List<Step> notKnown() {
    return Stream.of(Step.WRITE, Step.SUPPORT, Step.CONTEST)
        .filter(step -> !rules.has(step))
        .toList();
  }

  /** What comes next, in a sentence. */
  String sentence() {
    Reason said =
        switch (next) {
          case NextStep.Nothing(var status) ->
              Reason.of("rejection-nothing").with("status", WorkShow.status(status));
          case NextStep.NotDue _ -> Reason.of("rejection-not-due");
          case NextStep.Write _ -> Reason.of("rejection-write");
          case NextStep.Wait _ -> Reason.of("rejection-wait");
          case NextStep.Support _ -> Reason.of("rejection-support");
          case NextStep.TooLate _ -> Reason.of("rejection-too-late");
          case NextStep.Conclude _ -> Reason.of("rejection-conclude");
          case NextStep.NotKnown _ -> Reason.of("rejection-not-known");
          case NextStep.Settled(var outcome) ->
              Reason.of("rejection-settled").with("outcome", outcome.word());
        };
    return said.with("platform", platform)
        .with("day", next.day().map(Show::day).orElse(null))
        .said();
  }

  /** That a deadline counts from handing in, where the day of the rejection would move it. */
  Optional<String> reservation() {
    boolean assumed = last.isPresent() && pursuit.rejected().isEmpty();
    return assumed && rules.countFromRejection() && last.equals(next.day())
        ? Optional.of(Reason.of("rejection-counted-from-handing-in").said())
        : Optional.empty();
  }
}
