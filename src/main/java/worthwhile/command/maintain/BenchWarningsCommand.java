package worthwhile.command.maintain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.TextTable;
import worthwhile.UsageException;
import worthwhile.posting.word.Worded;
import worthwhile.source.Platform;
import worthwhile.source.read.Sources;
import worthwhile.warning.FalseAlarms;
import worthwhile.warning.Warnings;
import worthwhile.warning.bench.LabelledPosting;
import worthwhile.warning.bench.WarningFigures;

/** {@code bench warnings}: precision, recall and false alarms of the warnings. */
@Command(
    name = "warnings",
    description = {
      "Measures the warnings on texts of which it is known whether they are frauds.",
      "FILE: one or more, CSV or JSON Lines, plain or gzip, with the columns text and label (1, true, spam, scam …"
          + " or 0, false, ham, genuine …). A line of JSON without that text is taken as a posting."
    },
    mixinStandardHelpOptions = true)
final class BenchWarningsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Option(
      names = "--text",
      paramLabel = "COLUMN",
      defaultValue = "text",
      description = "The column of the text (default: ${DEFAULT-VALUE}).")
  private @Nullable String text;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      defaultValue = "label",
      description = "The column of the label (default: ${DEFAULT-VALUE}).")
  private @Nullable String label;

  @Option(names = "--all", paramLabel = "LABEL", description = "Every row is: good or bad.")
  private @Nullable String all;

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      defaultValue = "Job offer",
      description = "The title of postings that are a text only (default: ${DEFAULT-VALUE}).")
  private @Nullable String title;

  @Option(
      names = "--alarms-into",
      paramLabel = "FILE",
      description =
          "Writes there how often each warning was wrong on the postings that are no frauds;"
              + " src/main/resources/worthwhile/warning/false-alarms.tsv is what the guide shows.")
  private @Nullable Path alarmsInto;

  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<Path> files;

  @Override
  public Integer call() throws IOException {
    Out out = Out.of(spec);
    List<LabelledPosting> postings = new ArrayList<>();
    for (Path file : files) postings.addAll(read(file));
    WarningFigures figures = WarningFigures.of(postings, Warnings.knowing(platforms()));
    if (alarmsInto != null) {
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      FalseAlarms alarms = FalseAlarms.of(today, figures.good(), figures.falseAlarms());
      Files.writeString(alarmsInto, alarms.lines());
    }
    if (common.json()) {
      out.json(figures);
      return 0;
    }
    out.say("%d postings: %d frauds, %d others", postings.size(), figures.bad(), figures.good());
    List<String> head = List.of("at least", "precision", "recall", "false alarms per 1,000");
    TextTable.print(out, head, figures.rows().stream().map(BenchWarningsCommand::cells).toList());
    out.say("");
    List<List<String>> alarms = new ArrayList<>();
    figures
        .falseAlarms()
        .forEach(
            (code, wrong) -> alarms.add(List.of(code, number(wrong * 1000.0 / figures.good(), 2))));
    if (!alarms.isEmpty())
      TextTable.print(out, List.of("caution or danger of", "false alarms per 1,000"), alarms);
    figures.risks().ifPresent(risks -> print(out, risks));
    out.say("%s ms per posting", number(figures.each().toNanos() / 1e6, 3));
    return 0;
  }

  private static void print(Out out, WarningFigures.Risks risks) {
    out.say("");
    out.say(
        "risk at 4.84%% frauds: PR-AUC %s; balanced accuracy at even odds %s",
        number(risks.prAuc(), 3), number(risks.balancedAccuracy(), 3));
    List<List<String>> tenths =
        risks.tenths().stream()
            .map(
                tenth ->
                    List.of(
                        number(tenth.from(), 1),
                        String.valueOf(tenth.postings()),
                        number(tenth.told(), 2),
                        number(tenth.frauds(), 2)))
            .toList();
    TextTable.print(out, List.of("risk from", "postings", "told", "frauds"), tenths);
    out.say("");
  }

  private Collection<Platform> platforms() {
    Path scrapers = common.anySettings().scrapers();
    return Files.isDirectory(scrapers) ? Sources.load(scrapers).platforms() : List.of();
  }

  private List<LabelledPosting> read(Path file) throws IOException {
    if (!Files.isReadable(file)) throw new UsageException(file + " is no file that can be read");
    Optional<Boolean> every = Optional.ofNullable(all).map(BenchWarningsCommand::isBad);
    Optional<String> column = every.isPresent() ? Optional.empty() : Optional.ofNullable(label);
    try {
      return LabelledPosting.read(file, new LabelledPosting.Columns(text, column, every, title));
    } catch (IllegalArgumentException | tools.jackson.core.JacksonException e) {
      throw new UsageException(file + ": " + e.getMessage());
    }
  }

  private static boolean isBad(String all) {
    return switch (all) {
      case "bad" -> true;
      case "good" -> false;
      default -> throw new UsageException("--all is good or bad, not " + all);
    };
  }

  private static List<String> cells(WarningFigures.Row row) {
    return List.of(
        Worded.wordOf(row.least()),
        percent(row.precision()),
        percent(row.recall()),
        row.falsePerThousand().isEmpty() ? "-" : number(row.falsePerThousand().getAsDouble(), 2));
  }

  private static String percent(OptionalDouble share) {
    return share.isEmpty() ? "-" : number(share.getAsDouble() * 100, 1) + "%";
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
