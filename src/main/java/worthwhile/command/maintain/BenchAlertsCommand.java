package worthwhile.command.maintain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.alert.bench.AlertFigures;
import worthwhile.alert.speed.DeliverySpeed;
import worthwhile.store.sql.Folders;

/** {@code bench alerts}: how fast a posting is matched against very many saved searches. */
@Command(
    name = "alerts",
    description = {
      "Measures how fast a posting is matched against invented saved searches.",
      "Prints one JSON object per figure. With --latency it measures how long it takes from a",
      "burst of postings being stored to its being handed to channels, and prints one object."
    },
    mixinStandardHelpOptions = true)
final class BenchAlertsCommand implements Callable<Integer> {
  private static final int SEARCHES = 100_000;
  private static final int WAITING = 10_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--searches",
      paramLabel = "N",
      description = "How many searches (default: 100000; with --latency 10000).")
  private @Nullable Integer searches;

  @Option(
      names = "--postings",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many postings (default: ${DEFAULT-VALUE}).")
  private int postings;

  @Option(
      names = "--latency",
      description = "Measure the way from the store to the channels, in a folder of its own.")
  private boolean latency;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "An empty database for --latency (default: a SQLite file that is deleted).")
  private @Nullable String database;

  @Override
  public Integer call() throws IOException {
    int asked = searches != null ? searches : latency ? WAITING : SEARCHES;
    if (asked < 1 || postings < 1)
      throw new UsageException("--searches and --postings must be 1 or more");
    if (latency) latency(asked);
    else AlertFigures.of(asked, postings, Instant.now()).forEach(Out.of(spec)::json);
    return 0;
  }

  private void latency(int readers) throws IOException {
    Path folder = Files.createTempDirectory("worthwhile-bench");
    String url = database != null ? database : "jdbc:sqlite:" + folder.resolve("bench.db");
    try {
      Out.of(spec).json(DeliverySpeed.of(readers, postings, url, folder));
    } finally {
      Folders.delete(folder);
    }
  }
}
