package worthwhile.command.maintain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.TextTable;
import worthwhile.UsageException;
import worthwhile.pay.ErrorRow;
import worthwhile.pay.Widths;
import worthwhile.pay.study.Assignments;
import worthwhile.pay.study.Errors;
import worthwhile.pay.study.Influence;
import worthwhile.text.FailureText;

/** {@code bench}: how good the program is on data that is given to it. */
@Command(
    name = "bench",
    description = "Measures how good and how fast the program is.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchCommand.Pay.class,
      BenchWarningsCommand.class,
      BenchAlertsCommand.class,
      BenchCrawlCommand.class,
      BenchImportCommand.class,
      BenchStagesCommand.class,
      BenchSearchCommand.class,
      BenchStartCommand.class
    })
public final class BenchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UsageException(
        "What is to be measured? bench pay FILE, bench warnings FILE, bench alerts, bench crawl,"
            + " bench import, bench stages, bench search or bench start");
  }

  /** {@code bench pay}: errors of the pay per hour, for each kind of evidence. */
  @Command(
      name = "pay",
      description = {
        "Measures the estimate of pay per hour on assignments that were really done.",
        "Each requester's tasks are estimated by a model learned from the other requesters, then"
            + " each batch by one learned from other batches. With --json only the former is"
            + " told.",
        "FILE: one or more, CSV, plain or gzip, a row for each assignment, with the columns batch (or path), worker,"
            + " title, description, reward_usd, assignment_duration_s, work_time_s and requester"
            + " or repo."
      },
      mixinStandardHelpOptions = true)
  static final class Pay implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Common common;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
      Out out = Out.of(spec);
      Assignments data = read(files, out);
      Errors requesters = Errors.leavingOutRequesters(data);
      if (common.json()) {
        requesters.rows().forEach(out::json);
        return 0;
      }
      out.say("Each requester's tasks by a model learned from the other requesters:");
      print(out, requesters.rows());
      out.say("");
      out.say("Each requester alone, and what learning from her too changes:");
      influences(out, requesters.influences());
      out.say("");
      out.say("Each batch by a model learned from other batches, its requester's among them:");
      print(out, Errors.leavingOutBatches(data).rows());
      return 0;
    }
  }

  /** The file, telling what of it is left out. */
  static Assignments read(List<Path> files, Out out) throws IOException {
    try {
      Assignments data = Assignments.read(files);
      data.leftOut().forEach((reason, rows) -> out.say("%d rows left out: %s", rows, reason));
      out.say("%d batches of %d requesters", data.batches().size(), data.byRequester().size());
      return data;
    } catch (IllegalArgumentException e) {
      throw new UsageException(FailureText.of(e));
    }
  }

  static void print(Out out, List<ErrorRow> rows) {
    List<String> head =
        List.of(
            "evidence",
            "batches",
            "estimates",
            "within 75%",
            "within 25%",
            "median factor",
            "80% interval holds",
            "single workers in it",
            "log density");
    TextTable.print(out, head, rows.stream().map(BenchCommand::cells).toList());
  }

  private static List<String> cells(ErrorRow row) {
    return List.of(
        row.evidence(),
        String.valueOf(row.batches()),
        String.valueOf(row.estimates()),
        "%s (%s to %s)"
            .formatted(
                percent(row.within75()), percent(row.within75From()), percent(row.within75To())),
        percent(row.within25()),
        String.format(
            Locale.ROOT, "%.2f (%.2f to %.2f)", row.factor(), row.factorFrom(), row.factorTo()),
        "%s (%s to %s)"
            .formatted(
                percent(row.covered()), percent(row.coveredFrom()), percent(row.coveredTo())),
        percent(row.workersCovered()),
        String.format(Locale.ROOT, "%.2f", row.logDensity()));
  }

  private static void influences(Out out, List<Influence> all) {
    List<String> head =
        List.of(
            "requester",
            "batches",
            "80% interval holds: listing only",
            "1 report",
            "5 reports",
            "10 reports",
            "moves estimates by",
            "makes intervals wider by",
            "her widths: listing, other tasks, reports, both");
    TextTable.print(out, head, all.stream().map(BenchCommand::cells).toList());
  }

  private static List<String> cells(Influence one) {
    return List.of(
        one.requester(),
        String.valueOf(one.batches()),
        percent(one.listingOnly()),
        percent(one.oneReport()),
        percent(one.fiveReports()),
        percent(one.tenReports()),
        String.format(Locale.ROOT, "%.2f", one.moved()),
        String.format(Locale.ROOT, "%.2f", one.wider()),
        widths(one.widths()));
  }

  private static String widths(Widths all) {
    return String.format(
        Locale.ROOT,
        "%.2f, %.2f, %.2f, %.2f",
        all.listing(),
        all.otherTasks(),
        all.reports(),
        all.both());
  }

  private static String percent(OptionalDouble share) {
    return share.isEmpty() ? "-" : percent(share.getAsDouble());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
