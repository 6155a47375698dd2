package worthwhile.site.work;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import worthwhile.account.Account;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.text.Escaped;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;
import worthwhile.work.time.Report;
import worthwhile.work.time.TimedTask;
import worthwhile.work.time.Timer;

/** {@code /timer}: what is being timed, what waits for an answer, and a form to start. */
final class TimerPage {
  static final String PATH = "/timer";

  /** What is most often to be said of work that is over. */
  static final List<Status> OUTCOMES =
      List.of(
          Status.PENDING,
          Status.PAID,
          Status.REJECTED,
          Status.SCREENED_OUT,
          Status.RETURNED,
          Status.TIMED_OUT);

  private final SiteInstance instance;
  private final Pages pages;
  private final Timing timing;

  TimerPage(SiteInstance instance, Pages pages, Timing timing) {
    this.instance = instance;
    this.pages = pages;
    this.timing = timing;
  }

  /**
   * A timer with why it may have been forgotten.
   *
   * @param warning the gravest that its task carries by now, a caution or a danger
   */
  record Line(Timer timer, List<Reason> doubts, Optional<Warning> warning, Instant now) {
    /** Whether all of the time that it ran may count. */
    boolean isCountable() {
      return timer.active(now).compareTo(Times.LONGEST) <= 0;
    }

    /** Seconds left of the present interval; absent without intervals. */
    Optional<Long> secondsLeft() {
      return timer.left(now).map(left -> left.toSeconds());
    }
  }

  /**
   * The page.
   *
   * @param running absent if nothing runs
   * @param waiting stopped, and their worker is to say how long they took
   * @param discarded can be brought back still
   * @param other what was to start while another ran; absent if nothing was
   * @param done what was just finished
   * @param rhythm of work and breaks that she chose last
   */
  record View(
      Optional<Line> running,
      List<Line> waiting,
      List<Timer> discarded,
      Optional<Wish> other,
      Optional<Work> done,
      Optional<String> rhythm,
      SiteInstance instance,
      Instant now) {}

  /** A start that another timer stood in the way of, as the words of its form. */
  record Wish(@Nullable String title, Map<String, String> words) {}

  void show(Context ctx, Visitor visitor) {
    show(ctx, visitor.account(), 200, Optional.empty());
  }

  private void show(Context ctx, Account account, int status, Optional<Wish> wish) {
    List<Line> lines =
        instance.store().timers().of(account.id()).stream()
            .map(timer -> timing.line(account, timer))
            .toList();
    Optional<Line> running = lines.stream().filter(line -> line.timer().isRunning()).findFirst();
    List<Line> waiting = lines.stream().filter(line -> !line.timer().isRunning()).toList();
    Optional<Work> done =
        Optional.ofNullable(ctx.queryParam("done"))
            .flatMap(Parameters::id)
            .flatMap(id -> instance.store().work().byId(account.id(), id));
    Instant now = instance.now();
    List<Timer> discarded = instance.store().timers().discarded(account.id(), now);
    View view =
        new View(running, waiting, discarded, wish, done, BreakRhythm.of(ctx), instance, now);
    Layout layout =
        Layout.of(Labels.part("work.timer"), Labels.part("work.what-you-are-working-on"), PATH)
            .notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "work/timer", layout, view));
  }

  void start(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    TimingWords.GivenValues words = ctx::formParam;
    TimedTask task = timing.task(account, words);
    Timing.Earlier earlier = earlier(words);
    Optional<Timer.Focus> focus = BreakRhythm.chosen(ctx, instance.settings());
    switch (timing.start(account, task, focus, earlier)) {
      case Timing.Started.Running(Timer timer) -> started(ctx, timer);
      case Timing.Started.Other _ -> show(ctx, account, 409, Optional.of(wish(ctx, task)));
    }
  }

  /** Goes on to the task itself where its worker asked for that; a redirected form may not. */
  private void started(Context ctx, Timer timer) {
    Optional<String> task =
        Optional.ofNullable(ctx.formParam("open"))
            .flatMap(_ -> Optional.ofNullable(timer.task().posting()))
            .flatMap(id -> instance.store().postings().byId(id))
            .flatMap(posting -> Urls.web(posting.job().url()));
    if (task.isEmpty()) {
      ctx.redirect(back(timer, BackLink.of(ctx)), HttpStatus.SEE_OTHER);
      return;
    }
    Opening view = new Opening(timer.task().title(), task.get(), back(timer));
    Layout layout =
        Layout.of(
                Labels.part("work.the-clock-runs"),
                Labels.part("work.what-you-are-working-on"),
                PATH)
            .notIndexed()
            .withHead(view.refresh());
    Answer.html(ctx, 200, pages.render(ctx, "work/opening", layout, view));
  }

  /**
   * A task that is opened while its clock runs.
   *
   * @param url of the task, at its platform
   * @param clock address of the running timer
   */
  record Opening(@Nullable String title, String url, String clock) {
    String refresh() {
      return "<meta http-equiv=\"refresh\" content=\"0;url=" + Escaped.html(url) + "\">";
    }
  }

  private static Wish wish(Context ctx, TimedTask task) {
    Map<String, String> words = new java.util.TreeMap<>();
    ctx.formParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("earlier") && !values.getFirst().isBlank())
                words.put(name, values.getFirst());
            });
    return new Wish(task.title(), words);
  }

  private static String back(Timer timer) {
    return back(timer, BackLink.HOME);
  }

  /** The page of a timer's task, from which its worker gets back to her search. */
  private static String back(Timer timer, BackLink search) {
    String posting = timer.task().posting();
    return posting == null ? PATH : search.on(Urls.task(posting)) + "#timing";
  }

  static Timing.Earlier earlier(TimingWords.GivenValues words) {
    return switch (words.said("earlier").orElse("")) {
      case "" -> Timing.Earlier.STAYS;
      case "finish" -> Timing.Earlier.FINISH;
      case "discard" -> Timing.Earlier.DISCARD;
      default -> throw TimingWords.wrong("earlier must be finish or discard, or left out.");
    };
  }

  void pause(Context ctx, Visitor visitor) {
    change(ctx, visitor, timer -> timer.pause(instance.now()));
  }

  void resume(Context ctx, Visitor visitor) {
    change(ctx, visitor, timer -> timer.resume(instance.now()));
  }

  private void change(Context ctx, Visitor visitor, UnaryOperator<Timer> to) {
    Timer timer = timing.named(ctx, visitor.account());
    instance.store().timers().replace(to.apply(timer));
    ctx.redirect(back(timer), HttpStatus.SEE_OTHER);
  }

  /** Stops the clock from whatever page; what became of the work is asked next. */
  void stop(Context ctx, Visitor visitor) {
    timing.stop(ctx, visitor.account());
    ctx.redirect(PATH + "#waiting", HttpStatus.SEE_OTHER);
  }

  void goOn(Context ctx, Visitor visitor) {
    Timer timer = timing.goOn(ctx, visitor.account());
    ctx.redirect(timer.isRunning() ? back(timer) : PATH + "#waiting", HttpStatus.SEE_OTHER);
  }

  void done(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    Timer timer = timing.named(ctx, account);
    TimingWords.GivenValues words = ctx::formParam;
    boolean sure = words.said("sure").isPresent();
    switch (timing.end(account, timer, TimingWords.report(words), sure)) {
      case Timing.Ended.Done(Work work) ->
          ctx.redirect(PATH + "?done=" + work.id(), HttpStatus.SEE_OTHER);
      case Timing.Ended.Asked _ -> ctx.redirect(PATH + "#waiting", HttpStatus.SEE_OTHER);
    }
  }

  void discard(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    Timer timer = timing.named(ctx, account);
    timing.discard(account, timer);
    ctx.redirect(PATH, HttpStatus.SEE_OTHER);
  }

  void restore(Context ctx, Visitor visitor) {
    Timer timer = timing.restore(ctx, visitor.account());
    ctx.redirect(timer.isRunning() ? back(timer) : PATH + "#waiting", HttpStatus.SEE_OTHER);
  }

  /** Stores work that nobody timed, as its worker tells it afterwards. */
  void report(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    TimingWords.GivenValues words = ctx::formParam;
    TimedTask task = timing.task(account, words);
    Report report = TimingWords.report(words);
    String id = "report:" + UUID.randomUUID();
    Work work = report.of(id, account.id(), task, instance.now());
    instance.store().work().take(account.id(), List.of(work));
    ctx.redirect(PATH + "?done=" + work.id(), HttpStatus.SEE_OTHER);
  }
}
