package worthwhile.site.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import worthwhile.posting.Reason;
import worthwhile.reputation.CountedShare;
import worthwhile.reputation.OutcomeCounts;
import worthwhile.reputation.WilsonInterval;

/** What became of tasks, recent ones beside all, as the rows of a table; rows of nothing lack. */
public record OutcomeTable(List<Row> rows) {
  /** One row; a cell is empty where nothing is known. */
  public record Row(String label, String all, String recent) {}

  /** Of tasks of all time and of recent ones. */
  public static OutcomeTable of(OutcomeCounts all, OutcomeCounts recent) {
    List<Row> rows = new ArrayList<>();
    add(rows, "paid", all, recent, each -> share(each.paid()));
    add(rows, "days", all, recent, OutcomeTable::days);
    add(rows, "rejections", all, recent, OutcomeTable::rejections);
    add(rows, "screened", all, recent, each -> screened(each.screenedOut()));
    add(rows, "timed-out", all, recent, each -> count(each.timedOut()));
    add(rows, "broken", all, recent, each -> count(each.broken()));
    add(rows, "answered", all, recent, each -> plain(each.answered()));
    add(rows, "again", all, recent, each -> plain(each.again()));
    add(rows, "workers", all, recent, each -> count(each.workers()));
    return new OutcomeTable(rows);
  }

  private static void add(
      List<Row> rows,
      String name,
      OutcomeCounts all,
      OutcomeCounts recent,
      Function<OutcomeCounts, String> cell) {
    Row row = new Row(Labels.part("outcomes." + name), cell.apply(all), cell.apply(recent));
    if (!row.all().isEmpty()) rows.add(row);
  }

  /** Such as "97% (34 of 35), between 88 and 99%". */
  public static String share(CountedShare share) {
    if (share.of() == 0) return "";
    WilsonInterval interval = share.interval().orElseThrow();
    return Reason.of("outcomes-share")
        .with("percent", percent(share.share().orElseThrow()))
        .with("hits", share.hits())
        .with("of", share.of())
        .with("low", percent(interval.low()))
        .with("high", percent(interval.high()))
        .said();
  }

  /** A share in whole hundredths. */
  public static int percent(BigDecimal share) {
    return Math.round(share.floatValue() * 100);
  }

  private static String plain(CountedShare share) {
    if (share.of() == 0) return "";
    return Reason.of("outcomes-plain").with("hits", share.hits()).with("of", share.of()).said();
  }

  private static String screened(CountedShare share) {
    if (share.of() == 0) return "";
    return Reason.of("outcomes-screened").with("hits", share.hits()).with("of", share.of()).said();
  }

  private static String days(OutcomeCounts counts) {
    return counts
        .daysToPay()
        .map(days -> Reason.of("outcomes-days").with("days", days).with("told", counts.daysTold()))
        .map(Reason::said)
        .orElse("");
  }

  private static String rejections(OutcomeCounts counts) {
    return counts.rejections().entrySet().stream()
        .map(each -> Labels.part("rejected." + each.getKey().word()) + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String count(int n) {
    return n == 0 ? "" : Show.number(n);
  }
}
