package worthwhile.command.maintain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import worthwhile.Out;
import worthwhile.Service;
import worthwhile.Settings;
import worthwhile.UsageException;
import worthwhile.bench.InventedInstance;
import worthwhile.bench.SearchSpeed;
import worthwhile.store.sql.Folders;

/** {@code bench search}: how long searches take, asked of a serving instance as readers ask. */
@Command(
    name = "search",
    description = {
      "Measures searches over HTTP on an instance of its own with invented postings.",
      "Prints one JSON object per kind of search, times in milliseconds: took (in the index, as",
      "the API tells it), api (the API's whole answer) and page (the page's whole answer)."
    },
    mixinStandardHelpOptions = true)
final class BenchSearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--postings",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many postings (default: ${DEFAULT-VALUE}).")
  private int postings;

  @Option(
      names = "--searches",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many searches of each kind (default: ${DEFAULT-VALUE}).")
  private int searches;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another one makes other postings (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keeps the instance there, and measures on the one that an earlier run with the same"
              + " postings and seed left (default: a folder that is deleted).")
  private @Nullable Path data;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (postings < 1 || searches < 1)
      throw new UsageException("--postings and --searches must be 1 or more");
    Path folder = data != null ? data : Files.createTempDirectory("worthwhile-bench");
    try {
      measure(new InventedInstance(seed, postings), InventedInstance.settings(folder));
    } finally {
      if (data == null) Folders.delete(folder);
    }
    return 0;
  }

  private void measure(InventedInstance invented, Settings settings)
      throws IOException, InterruptedException {
    Out out = Out.of(spec);
    invented.fill(settings, out);
    try (Service service = Service.beside(settings, out)) {
      SearchSpeed speed = new SearchSpeed(service.url(), invented, searches);
      for (SearchSpeed.Kind kind : SearchSpeed.Kind.values()) out.json(speed.of(kind));
    }
  }
}
