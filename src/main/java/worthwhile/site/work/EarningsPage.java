package worthwhile.site.work;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Reason;
import worthwhile.posting.word.Worded;
import worthwhile.site.block.Blocking;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Visitor;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.work.ExpenseRows;
import worthwhile.store.work.WorkRows;
import worthwhile.text.Shortened;
import worthwhile.work.Work;
import worthwhile.work.WorkExport;
import worthwhile.work.earn.CountedWork;
import worthwhile.work.earn.Earnings;
import worthwhile.work.earn.Expense;
import worthwhile.work.earn.Goal;
import worthwhile.work.earn.Outlay;
import worthwhile.work.earn.Period;
import worthwhile.work.earn.TaxCosts;
import worthwhile.work.earn.TaxShare;
import worthwhile.work.earn.TaxYear;
import worthwhile.work.earn.Totals;
import worthwhile.work.earn.WorkSettings;

/** {@code /earnings}: what a worker's own work came to, and her files of it. */
final class EarningsPage {
  static final String PATH = "/earnings";
  private static final List<Period> STRIP =
      List.of(Period.TODAY, Period.WEEK, Period.MONTH, Period.YEAR, Period.ALL);

  /** Days without an hour may be stored as those of another zone, up to a day away. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private static final int SHOWN = 30;
  private static final int PARTS_SHOWN = 15;

  private final SiteInstance instance;
  private final Pages pages;
  private final Workers workers;

  private final Blocking blocking;

  EarningsPage(SiteInstance instance, Visitors visitors, Pages pages, Workers workers) {
    this.blocking = new Blocking(instance, visitors);
    this.instance = instance;
    this.pages = pages;
    this.workers = workers;
  }

  /** A goal with how far it is reached. */
  record GoalLine(Period period, Earnings.Progress progress) {}

  /**
   * The page.
   *
   * @param period the one that is told in full
   * @param mistake why it is not the one that was asked for; absent if it is
   * @param pieces its newest pieces
   * @param reminders unpaid pieces of which she wanted to be asked again by now
   * @param isEmpty whether she has no work at all
   * @param head what stands before the periods
   * @param outlay expenses of the period
   * @param share that she sets aside for tax; absent if none
   * @param taken what the import came to that led here; absent if none did
   * @param undated how many paid pieces are in no tax year since no date of them is known
   * @param ratesOf day of the newest exchange rates
   */
  record View(
      Earnings earnings,
      ZoneId zone,
      WorkSettings settings,
      Period period,
      Optional<String> mistake,
      Totals totals,
      List<GoalLine> goals,
      Chart chart,
      List<Earnings.Part> platforms,
      List<Earnings.Part> requesters,
      List<CountedWork> pieces,
      List<Work> reminders,
      boolean isEmpty,
      Optional<TakenIn> taken,
      long undated,
      LocalDate ratesOf,
      EarningsHead head,
      Outlay outlay,
      Optional<TaxShare> share,
      SiteInstance instance,
      Workers workers) {
    /** Whether something may be asked for where a piece was not paid. */
    boolean canAsk(Work work) {
      return workers.rules(work.platform()).concern(work, earnings.today(), zone);
    }

    List<Period> periods() {
      return STRIP;
    }

    String currency() {
      return earnings.currency();
    }

    String platform(String id) {
      return instance.platformName(id);
    }

    int taxYear() {
      return earnings.today().getYear();
    }
  }

  void show(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    Optional<String> asked = Optional.ofNullable(ctx.queryParam("period"));
    Optional<Period> known = asked.flatMap(word -> Worded.of(Period.class, word));
    Period period = known.orElse(Period.MONTH);
    Optional<String> unknown = asked.filter(_ -> known.isEmpty());
    WorkSettings settings = workers.settings(account);
    ZoneId zone = workers.zone(account);
    Earnings earnings = earnings(account, zone, List.of(Period.TODAY, Period.WEEK, period));
    List<CountedWork> work = earnings.of(period);
    ExpenseRows expenses = instance.store().expenses();
    Outlay outlay = Outlay.of(expenses.of(account.id()), earnings.currency(), rates());
    Optional<TaxShare> share = expenses.share(account.id());
    View view =
        new View(
            earnings,
            zone,
            settings,
            period,
            unknown.map(EarningsPage::noPeriod),
            Totals.of(work),
            goals(earnings, settings),
            Chart.of(earnings, period),
            first(Earnings.byPlatform(work), PARTS_SHOWN),
            first(Earnings.byRequester(work), PARTS_SHOWN),
            first(work, SHOWN),
            instance.store().pursuits().reminders(account.id(), today(zone)),
            instance.store().work().count(account.id()) == 0,
            TakenIn.of(ctx),
            undated(account, zone),
            rates().date(),
            EarningsHead.of(
                ctx, account, earnings, zone, outlay, share, instance, workers, blocking),
            outlay.of(period, earnings.today()),
            share,
            instance,
            workers);
    Layout layout =
        Layout.of(Labels.part("work.earnings"), Labels.part("work.what-your-work-came-to"), PATH)
            .notIndexed();
    int status = unknown.isEmpty() ? 200 : 400;
    Answer.html(ctx, status, pages.render(ctx, "work/earnings", layout, view));
  }

  private static String noPeriod(String asked) {
    return Reason.of("work-no-period")
        .with("asked", Shortened.to(40, asked))
        .with("shown", Labels.worded(Period.MONTH.label()))
        .said();
  }

  private long undated(Account account, ZoneId zone) {
    List<Work> work = instance.store().work().undated(account.id());
    return Earnings.of(work, "USD", rates(), zone, today(zone)).work().stream()
        .filter(CountedWork::isPaid)
        .count();
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  private List<GoalLine> goals(Earnings earnings, WorkSettings settings) {
    List<GoalLine> goals = new ArrayList<>();
    goal(earnings, settings.day(), Period.TODAY).ifPresent(goals::add);
    goal(earnings, settings.week(), Period.WEEK).ifPresent(goals::add);
    return goals;
  }

  private Optional<GoalLine> goal(Earnings earnings, Optional<Goal> goal, Period period) {
    return goal.flatMap(wanted -> earnings.progress(wanted, period, rates()))
        .map(progress -> new GoalLine(period, progress));
  }

  private Rates rates() {
    return instance.rates();
  }

  private Earnings earnings(Account account, ZoneId zone, List<Period> periods) {
    WorkRows rows = instance.store().work();
    List<Work> work =
        Period.earliest(periods, today(zone))
            .map(from -> rows.since(account.id(), from.minusDays(1).atStartOfDay(zone).toInstant()))
            .orElseGet(() -> rows.of(account.id()));
    return counted(account, zone, work);
  }

  private Earnings counted(Account account, ZoneId zone, List<Work> work) {
    return Earnings.of(work, workers.currency(account), rates(), zone, today(zone));
  }

  private LocalDate today(ZoneId zone) {
    return instance.now().atZone(zone).toLocalDate();
  }

  /** {@code GET /api/v1/earnings}: the same figures. */
  void call(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    String word = Optional.ofNullable(ctx.queryParam("period")).orElse("month");
    boolean unknown = !ApiQuery.mistakes(ctx, List.of("period")).isEmpty();
    Optional<Period> period = Worded.of(Period.class, word);
    if (unknown || period.isEmpty())
      throw new HttpRefusal(
          400,
          "Bad parameters",
          "Allowed is period: one of today, week, month, year, all; and nothing else.");
    ZoneId zone = workers.zone(account);
    Earnings earnings = earnings(account, zone, List.of(period.get()));
    Answer.own(ctx, EarningsJson.of(earnings, period.get(), zone).toString());
  }

  /** Changes the status of a piece of work, or deletes it, as its worker says. */
  void correct(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    Work work =
        Parameters.id(ctx.pathParam("id"))
            .flatMap(id -> instance.store().work().byId(account.id(), id))
            .orElseThrow(() -> new Missing(Reason.of("no-such-work")));
    TimingWords.GivenValues words = ctx::formParam;
    if (words.said("delete").isPresent()) instance.store().work().delete(account.id(), work.id());
    else instance.store().work().replace(work.with(TimingWords.status(words)));
    String period =
        words
            .said("period")
            .flatMap(word -> Worded.of(Period.class, word))
            .orElse(Period.MONTH)
            .word();
    if (words.said("back").filter("due"::equals).isPresent()) {
      ctx.redirect(PATH + "#due", HttpStatus.SEE_OTHER);
      return;
    }
    ctx.redirect(PATH + "?period=" + period + "#pieces", HttpStatus.SEE_OTHER);
  }

  void csv(Context ctx, Visitor visitor) {
    StringWriter out = new StringWriter();
    WorkExport.csv(work(visitor), out);
    file(ctx, "worthwhile-work.csv", "text/csv;charset=utf-8", out);
  }

  void json(Context ctx, Visitor visitor) {
    StringWriter out = new StringWriter();
    WorkExport.json(work(visitor), out);
    file(ctx, "worthwhile-work.json", Answer.JSON, out);
  }

  private List<Work> work(Visitor visitor) {
    return instance.store().work().of(visitor.account().id());
  }

  /** Sends the paid work of a tax year, its expenses and what is set aside as CSV. */
  void tax(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    ZoneId zone = workers.zone(account);
    TaxYear year = taxYear(ctx, today(zone));
    List<Work> work =
        new ArrayList<>(
            instance
                .store()
                .work()
                .ofPayments(
                    account.id(), year.begins(zone).minus(A_DAY), year.ends(zone).plus(A_DAY)));
    work.addAll(instance.store().work().undated(account.id()));
    Earnings earnings = counted(account, zone, work);
    StringWriter out = new StringWriter();
    year.csv(earnings, costs(account, year, earnings.currency()), zone, out);
    file(ctx, "worthwhile-tax-" + year.first() + ".csv", "text/csv;charset=utf-8", out);
  }

  private TaxCosts costs(Account account, TaxYear year, String currency) {
    ExpenseRows rows = instance.store().expenses();
    List<Expense> spent = rows.between(account.id(), year.first(), year.last());
    return new TaxCosts(Outlay.of(spent, currency, rates()), rows.share(account.id()));
  }

  private static TaxYear taxYear(Context ctx, LocalDate today) {
    String year = Optional.ofNullable(ctx.queryParam("year")).orElse("" + today.getYear());
    String begins = Optional.ofNullable(ctx.queryParam("begins")).orElse("01-01");
    try {
      if (year.matches("(19|20)\\d\\d"))
        return TaxYear.of(Integer.parseInt(year), MonthDay.parse("--" + begins));
    } catch (DateTimeException _) {
      // Told below, with what is allowed.
    }
    throw new HttpRefusal(
        400,
        "Not understood",
        "Give the year in which it begins, as 2026, and its first day as month and day: 04-06.");
  }

  private static void file(Context ctx, String name, String type, StringWriter out) {
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    Answer.send(ctx, 200, type, "no-store", out.toString());
  }
}
