package worthwhile.site.review;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import worthwhile.account.Account;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Subject;
import worthwhile.site.http.Parameters;
import worthwhile.site.view.SiteInstance;
import worthwhile.work.Work;
import worthwhile.work.time.TimedTask;
import worthwhile.work.time.Timer;

/**
 * What a new form is of and what is known of it already.
 *
 * @param values what the worker's own list, her timer or the task tell
 */
record FormStart(Subject subject, FormValues values) {
  private static final int NEWEST = 200;

  /**
   * What an address names: a posting, a requester, a platform, a piece of the account's own work or
   * a timer of hers. Absent if it names none of these, or one that is not hers.
   *
   * @param parameter gives the value of a parameter, or null
   */
  static Optional<FormStart> of(
      SiteInstance instance, Account account, Function<String, String> parameter) {
    Optional<String> work = given(parameter, "work");
    if (work.isPresent())
      return work.flatMap(Parameters::id)
          .flatMap(id -> instance.store().work().byId(account.id(), id))
          .map(found -> ofWork(instance, account, found));
    Optional<String> timer = given(parameter, "timer");
    if (timer.isPresent())
      return timer
          .flatMap(Parameters::id)
          .flatMap(id -> instance.store().timers().byId(account.id(), id))
          .map(found -> ofTimer(instance, account, found));
    return given(parameter, "posting")
        .flatMap(id -> Subject.parse("posting:" + id))
        .map(subject -> ofPosting(instance, account, subject))
        .or(() -> bare(parameter, "requester"))
        .or(() -> bare(parameter, "platform"));
  }

  private static Optional<String> given(Function<String, String> parameter, String name) {
    return Optional.ofNullable(parameter.apply(name)).filter(text -> !text.isBlank());
  }

  private static Optional<FormStart> bare(Function<String, String> parameter, String name) {
    return given(parameter, name)
        .flatMap(id -> Subject.parse(name + ":" + id))
        .map(subject -> new FormStart(subject, NOTHING));
  }

  private static final FormValues NOTHING = new FormValues(java.util.Map.of());

  private static FormStart ofPosting(SiteInstance instance, Account account, Subject subject) {
    String id = subject.id();
    FormValues promised =
        instance
            .posting(id, Optional.of(account))
            .map(posting -> FormValues.of(posting.job()))
            .orElse(NOTHING);
    FormValues own =
        instance.store().work().page(account.id(), 0, NEWEST).stream()
            .filter(work -> id.equals(work.posting()))
            .findFirst()
            .map(FormValues::of)
            .or(() -> timed(instance, account, id))
            .orElse(NOTHING);
    return new FormStart(subject, own.or(promised));
  }

  private static Optional<FormValues> timed(SiteInstance instance, Account account, String id) {
    return instance.store().timers().of(account.id()).stream()
        .filter(timer -> id.equals(timer.task().posting()))
        .findFirst()
        .map(timer -> FormValues.of(timer, instance.now()));
  }

  private static FormStart ofWork(SiteInstance instance, Account account, Work work) {
    Subject subject = subject(instance, account, work.posting(), work.platform(), work.requester());
    return new FormStart(subject, FormValues.of(work));
  }

  private static FormStart ofTimer(SiteInstance instance, Account account, Timer timer) {
    TimedTask task = timer.task();
    Subject subject = subject(instance, account, task.posting(), task.platform(), task.requester());
    return new FormStart(subject, FormValues.of(timer, instance.now()));
  }

  /** The posting if it is stored, else the requester if one is known, else the platform. */
  private static Subject subject(
      SiteInstance instance,
      Account account,
      @Nullable String posting,
      String platform,
      @Nullable Organization requester) {
    if (posting != null && instance.posting(posting, Optional.of(account)).isPresent())
      return Subject.posting(posting);
    return requester(platform, requester)
        .flatMap(id -> Subject.parse("requester:" + id))
        .orElseGet(() -> Subject.platform(platform));
  }

  private static Optional<RequesterId> requester(
      String platform, @Nullable Organization requester) {
    if (requester == null) return Optional.empty();
    if (requester.identifier() != null && !requester.identifier().isBlank())
      return Optional.of(RequesterId.identified(platform, requester.identifier()));
    return Optional.ofNullable(requester.name())
        .filter(name -> !name.isBlank())
        .map(name -> RequesterId.named(platform, name));
  }
}
