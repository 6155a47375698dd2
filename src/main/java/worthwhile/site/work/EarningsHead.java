package worthwhile.site.work;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.account.Account;
import worthwhile.posting.Reason;
import worthwhile.site.block.Blocking;
import worthwhile.site.view.Floor;
import worthwhile.site.view.PageAddress;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.store.work.WorkRows;
import worthwhile.work.Status;
import worthwhile.work.Work;
import worthwhile.work.earn.CountedWork;
import worthwhile.work.earn.Earnings;
import worthwhile.work.earn.Outlay;
import worthwhile.work.earn.Period;
import worthwhile.work.earn.TaxShare;
import worthwhile.work.earn.Totals;
import worthwhile.work.rejection.DuePay;

/**
 * What the page of earnings begins with: real pay per hour this week beside the list's and the
 * floor, money that is due, what lies below payout, shares of platforms, and how she stands there.
 *
 * @param week what this week came to
 * @param taken expenses of this week that she wants taken off its pay per hour
 * @param share that she sets aside for tax; absent if none
 * @param hourly of it, all minutes counted, less what is taken off; absent under {@link
 *     Totals#LEAST_TIME}
 * @param hourlyUsd the same in US dollars; absent without a rate of exchange
 * @param median of the reader's own search; absent if there is none
 * @param medianHere the same in the currency of her sums
 * @param dues pending work with the last day for paying it, the longest due first
 * @param undated how many pending pieces have no such day
 * @param opened what qualifications opened to her
 * @param shares of platforms in the income of the last {@link #DAYS} days, the greatest first
 */
record EarningsHead(
    String currency,
    LocalDate today,
    Totals week,
    Outlay taken,
    Optional<TaxShare> share,
    Optional<BigDecimal> hourly,
    Optional<BigDecimal> hourlyUsd,
    Optional<ListMedian> median,
    Optional<BigDecimal> medianHere,
    List<DuePay.Due> dues,
    int undated,
    List<PayoutLine> payouts,
    List<Share> shares,
    List<StandingLine> standings,
    List<OpenedLine> opened) {
  static final int DAYS = 90;
  static final int DUES_SHOWN = 10;
  private static final int MUCH = 80;
  private static final int FEWEST_PIECES = 5;

  /** A year and some days: how long ago paid work still tells how it usually goes. */
  private static final Duration LATELY = Duration.ofDays(400);

  /** A platform's share of income in per cent. */
  record Share(String platform, int percent, int pieces) {
    boolean isMost() {
      return percent > MUCH;
    }
  }

  /** Looks it up for an account. */
  static EarningsHead of(
      Context ctx,
      Account account,
      Earnings week,
      ZoneId zone,
      Outlay outlay,
      Optional<TaxShare> share,
      SiteInstance instance,
      Workers workers,
      Blocking blocking) {
    Totals totals = week.totals(Period.WEEK);
    String currency = week.currency();
    Outlay taken = outlay.of(Period.WEEK, week.today()).weekly();
    Optional<BigDecimal> hourly = totals.hourlyClockLess(taken.sum());
    PageAddress address = new PageAddress(Remembered.of(ctx), blocking.of(ctx));
    Optional<ListMedian> median = ListMedian.of(address, instance);
    WorkRows rows = instance.store().work();
    List<Work> open = rows.openOrPaid(account.id(), instance.now().minus(LATELY));
    List<DuePay.Due> dues = new DuePay(open, workers::rules, zone).dues(week.today());
    long pending = open.stream().filter(each -> each.status() == Status.PENDING).count();
    return new EarningsHead(
        currency,
        week.today(),
        totals,
        taken,
        share,
        hourly,
        hourly.flatMap(sum -> instance.rates().convert(sum, currency, "USD")),
        median,
        median
            .flatMap(ListMedian::usd)
            .flatMap(usd -> instance.rates().convert(usd, "USD", currency))
            .map(sum -> sum.setScale(2, RoundingMode.HALF_EVEN)),
        dues,
        Math.toIntExact(pending) - dues.size(),
        payouts(open, zone, instance),
        shares(account, week, zone, instance),
        StandingLine.of(rows.approvals(account.id()), instance),
        opened(open, currency, zone, instance));
  }

  private static List<OpenedLine> opened(
      List<Work> open, String currency, ZoneId zone, SiteInstance instance) {
    Stream<CountedWork> paid =
        open.stream()
            .filter(work -> work.status().isPaid())
            .map(work -> CountedWork.of(work, currency, instance.rates(), zone));
    return OpenedLine.of(paid, currency, instance);
  }

  private static List<PayoutLine> payouts(List<Work> open, ZoneId zone, SiteInstance instance) {
    List<Work> done = open.stream().filter(each -> each.status().isPaid()).toList();
    List<Work> approved =
        done.stream()
            .filter(each -> each.status() == Status.APPROVED && each.payment().paid() == null)
            .toList();
    return PayoutLine.of(
        approved,
        done,
        id -> instance.sources().platform(id).flatMap(Platform::minimumPayout),
        instance.rates(),
        zone);
  }

  private static List<Share> shares(
      Account account, Earnings week, ZoneId zone, SiteInstance instance) {
    LocalDate from = week.today().minusDays(DAYS);
    List<Work> work =
        instance.store().work().since(account.id(), from.atStartOfDay(zone).toInstant());
    List<CountedWork> lately =
        Earnings.of(work, week.currency(), instance.rates(), zone, week.today()).work();
    BigDecimal all = Totals.of(lately).earned();
    if (lately.size() < FEWEST_PIECES || all.signum() <= 0) return List.of();
    return Earnings.byPlatform(lately).stream()
        .filter(part -> part.totals().earned().signum() > 0)
        .map(part -> share(part, all))
        .toList();
  }

  private static Share share(Earnings.Part part, BigDecimal all) {
    int percent =
        part.totals()
            .earned()
            .multiply(BigDecimal.valueOf(100))
            .divide(all, 0, RoundingMode.HALF_EVEN)
            .intValue();
    return new Share(part.name(), percent, part.totals().count());
  }

  /** What is missing for a figure per hour. */
  String missing() {
    Duration left = Totals.LEAST_TIME.minus(week.timedFor());
    return Reason.of("own-hour-missing")
        .with("minutes", Math.max(1, left.plusSeconds(59).toMinutes()))
        .said();
  }

  /** On what the figure per hour rests. */
  String rests() {
    return Reason.of("own-hour-rests").with("pieces", week.timed()).said();
  }

  /** What is taken off for expenses; absent if nothing is. */
  Optional<String> expenses() {
    if (taken.lines().isEmpty()) return Optional.empty();
    return Optional.of(
        Reason.of("own-hour-expenses")
            .with("sum", WorkShow.sum(taken.sum().setScale(2, RoundingMode.HALF_UP), currency))
            .with("unknown", taken.unknown())
            .said());
  }

  /** What to set aside of this week's pay; absent if she sets nothing aside. */
  Optional<String> setAside() {
    return share.map(
        own ->
            Reason.of("own-set-aside")
                .with("sum", WorkShow.sum(own.of(week.paid()), currency))
                .with("paid", WorkShow.sum(week.paid().setScale(2, RoundingMode.HALF_UP), currency))
                .with("percent", own.percent())
                .said());
  }

  /** The list's figure, or why there is none; absent without a search. */
  Optional<String> list() {
    return median.map(
        found ->
            Reason.of("own-list-median")
                .with(
                    "known", medianHere.isPresent() ? "yes" : found.usd().isEmpty() ? "no" : "rate")
                .with("amount", medianHere.map(sum -> WorkShow.sum(sum, currency)).orElse(""))
                .with("tasks", found.tasks())
                .with("named", found.isNamed() ? "yes" : "no")
                .said());
  }

  /** Whether the week's pay is above the floor or below it; absent where either is not known. */
  Optional<String> side(Floor floor) {
    return hourlyUsd.flatMap(
        own -> floor.usd().map(least -> own.compareTo(least) >= 0 ? "above" : "below"));
  }

  /** The floor in words; absent without one. */
  Optional<String> floor(Floor floor) {
    return floor
        .brief()
        .map(
            words ->
                Reason.of("own-hour-floor")
                    .with("floor", words)
                    .with("side", side(floor).orElse("none"))
                    .said());
  }

  /** When a piece should have been paid, or is to be. */
  String due(DuePay.Due due) {
    return Reason.of("own-due")
        .with("side", due.last().isBefore(today) ? "past" : "ahead")
        .with("day", due.last())
        .said();
  }

  String moreDue() {
    return Reason.of("own-due-more").with("pieces", dues.size() - DUES_SHOWN).said();
  }

  String withoutDay() {
    return Reason.of("own-due-undated").with("pieces", undated).said();
  }

  /** What it means that nearly everything comes from one platform. */
  String dependence(String platform) {
    return Reason.of("own-dependence").with("platform", platform).with("days", DAYS).said();
  }

  List<DuePay.Due> duesShown() {
    return dues.subList(0, Math.min(DUES_SHOWN, dues.size()));
  }

  /** The platform on which nearly everything hangs; absent if there is none. */
  Optional<Share> most() {
    return shares.stream().filter(Share::isMost).findFirst();
  }
}
