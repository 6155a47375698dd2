package worthwhile.command.maintain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.bench.ImportSpeed;
import worthwhile.store.sql.Folders;

/** {@code bench import}: how fast postings of a file are stored. */
@Command(
    name = "import",
    description = {
      "Measures an import of invented postings, first and once more where nothing has changed.",
      "Prints one JSON object."
    },
    mixinStandardHelpOptions = true)
final class BenchImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--postings",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many postings (default: ${DEFAULT-VALUE}).")
  private int postings;

  @Override
  public Integer call() throws IOException {
    if (postings < 1) throw new UsageException("--postings must be 1 or more");
    Path folder = Files.createTempDirectory("worthwhile-bench");
    try {
      Out.of(spec).json(ImportSpeed.of(postings, folder));
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }
}
