package worthwhile.command.maintain;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.alert.bench.AlertFigures;

/** {@code bench alerts}: how fast a posting is matched against very many saved searches. */
@Command(
    name = "alerts",
    description = {
      "Measures how fast a posting is matched against invented saved searches.",
      "Prints one JSON object per figure."
    },
    mixinStandardHelpOptions = true)
final class BenchAlertsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--searches",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many searches (default: ${DEFAULT-VALUE}).")
  private int searches;

  @Option(
      names = "--postings",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many postings (default: ${DEFAULT-VALUE}).")
  private int postings;

  @Override
  public Integer call() {
    if (searches < 1 || postings < 1)
      throw new UsageException("--searches and --postings must be 1 or more");
    AlertFigures.of(searches, postings, Instant.now()).forEach(Out.of(spec)::json);
    return 0;
  }
}
