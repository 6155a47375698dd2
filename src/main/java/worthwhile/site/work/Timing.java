package worthwhile.site.work;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import worthwhile.account.Account;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Parameters;
import worthwhile.site.view.SiteInstance;
import worthwhile.work.Work;
import worthwhile.work.time.Doubt;
import worthwhile.work.time.Report;
import worthwhile.work.time.TimedTask;
import worthwhile.work.time.Timer;

/**
 * Starts and ends timers, for pages and API alike. One timer of a worker runs at a time: a second
 * one starts only after its worker has said what is to become of the first.
 */
public final class Timing {
  private final SiteInstance instance;
  private final Workers workers;

  public Timing(SiteInstance instance, Workers workers) {
    this.instance = instance;
    this.workers = workers;
  }

  /** What becomes of a timer that runs when another is to start. */
  enum Earlier {
    /** Nothing: the other does not start. */
    STAYS,
    /** It is done now; a doubtful one waits for an answer. */
    FINISH,
    /** It is forgotten. */
    DISCARD
  }

  /** What starting came to. */
  sealed interface Started {
    /** It runs. */
    record Running(Timer timer) implements Started {}

    /** Another runs. */
    record Other(Timer timer) implements Started {}
  }

  /** What ending came to. */
  sealed interface Ended {
    /** It is work now. */
    record Done(Work work) implements Ended {}

    /** It was stopped, and its worker is asked how long it really took. */
    record Asked(Timer timer, List<Reason> reasons) implements Ended {}
  }

  /** The posting that is named, or else the task that is described. */
  TimedTask task(Account account, TimingWords.GivenValues words) {
    Optional<String> posting = words.said("posting");
    if (posting.isEmpty()) return TimingWords.task(words, workers);
    return instance
        .posting(posting.get(), Optional.of(account))
        .map(found -> TimedTask.of(found.job()))
        .orElseThrow(() -> new Missing(Reason.of("no-such-task").with("id", posting.get())));
  }

  Started start(Account account, TimedTask task, Optional<Timer.Focus> focus, Earlier earlier) {
    Optional<Timer> running = instance.store().timers().running(account.id());
    if (running.isPresent() && !makeRoom(account, running.get(), earlier))
      return new Started.Other(running.get());
    Timer timer = Timer.start(UUID.randomUUID(), account.id(), task, focus, instance.now());
    if (instance.store().timers().start(timer)) return new Started.Running(timer);
    return new Started.Other(instance.store().timers().running(account.id()).orElse(timer));
  }

  private boolean makeRoom(Account account, Timer running, Earlier earlier) {
    return switch (earlier) {
      case STAYS -> false;
      case FINISH -> {
        end(account, running, Report.PLAIN, false);
        yield true;
      }
      case DISCARD -> {
        discard(account, running);
        yield true;
      }
    };
  }

  /**
   * Ends a timer.
   *
   * @param sure whether its worker has seen what is doubtful and says that it is right
   * @throws Missing if it has been ended meanwhile
   */
  Ended end(Account account, Timer timer, Report report, boolean sure) {
    Instant now = instance.now();
    Timer stopped = timer.stop(now);
    List<Reason> reasons = doubts(account, stopped);
    boolean answered = sure || report.minutes().isPresent() || report.uncounted();
    if (!answered && !reasons.isEmpty()) {
      if (!instance.store().timers().replace(stopped)) throw gone();
      return new Ended.Asked(stopped, reasons);
    }
    Work work = report.of(stopped, now);
    if (!instance.store().timers().finish(stopped, work)) throw gone();
    return new Ended.Done(work);
  }

  /** Discards a timer, for some minutes so that it can be brought back. */
  void discard(Account account, Timer timer) {
    instance.store().timers().discard(account.id(), timer.id(), instance.now());
  }

  /**
   * Brings a discarded timer back. Pressed twice it does nothing the second time.
   *
   * @throws Missing if it is too late, or there never was such
   */
  Timer restore(Context ctx, Account account) {
    Parameters.id(ctx.pathParam("id"))
        .ifPresent(id -> instance.store().timers().restore(account.id(), id, instance.now()));
    return named(ctx, account);
  }

  /** Stops a timer, which then waits for what became of it; nothing if there is none any more. */
  void stop(Context ctx, Account account) {
    found(ctx, account)
        .ifPresent(timer -> instance.store().timers().replace(timer.stop(instance.now())));
  }

  /** Lets a stopped timer run on, unless another runs by now. */
  Timer goOn(Context ctx, Account account) {
    Timer timer = named(ctx, account);
    if (instance.store().timers().running(account.id()).isPresent()) return timer;
    Timer going = timer.goOn(instance.now());
    instance.store().timers().replace(going);
    return going;
  }

  /** Why a timer may have been forgotten; none if it looks right. */
  List<Reason> doubts(Account account, Timer timer) {
    ZoneId zone = workers.zone(account);
    return Doubt.of(timer, instance.now(), zone);
  }

  /** How the timer of an account that asks stands to a task. */
  public TaskTiming of(Context ctx, Account account, Posting posting) {
    Optional<TimerPage.Line> running =
        instance.store().timers().running(account.id()).map(timer -> line(account, timer));
    return new TaskTiming(
        posting.job(), posting.assessment().gravest(), running, BreakRhythm.of(ctx));
  }

  /** A timer with why it may have been forgotten. */
  TimerPage.Line line(Account account, Timer timer) {
    return new TimerPage.Line(timer, doubts(account, timer), warning(timer), instance.now());
  }

  /** What the task that is timed is warned of most gravely by now. */
  private Optional<Warning> warning(Timer timer) {
    return Optional.ofNullable(timer.task().posting())
        .flatMap(instance.store().postings()::byId)
        .flatMap(posting -> posting.assessment().gravest());
  }

  /**
   * The account's timer that the address names.
   *
   * @throws Missing if it has none with this id
   */
  Timer named(Context ctx, Account account) {
    return found(ctx, account).orElseThrow(Timing::gone);
  }

  private Optional<Timer> found(Context ctx, Account account) {
    return Parameters.id(ctx.pathParam("id"))
        .flatMap(uuid -> instance.store().timers().byId(account.id(), uuid));
  }

  private static Missing gone() {
    return new Missing(Reason.of("no-such-timer"));
  }
}
