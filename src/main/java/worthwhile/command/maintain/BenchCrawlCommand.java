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
import worthwhile.bench.CrawlSpeed;
import worthwhile.bench.MillPages;
import worthwhile.store.sql.Folders;

/** {@code bench crawl}: how fast pages become postings. */
@Command(
    name = "crawl",
    description = {
      "Measures a crawl of invented pages of one host, first and where nothing has changed.",
      "Prints one JSON object. The host is part of this process."
    },
    mixinStandardHelpOptions = true)
final class BenchCrawlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--pages",
      paramLabel = "N",
      defaultValue = "500",
      description = "How many pages of 20 rows (default: ${DEFAULT-VALUE}).")
  private int pages;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      defaultValue = "HTML",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private MillPages form;

  @Override
  public Integer call() throws IOException {
    if (pages < 1) throw new UsageException("--pages must be 1 or more");
    Path folder = Files.createTempDirectory("worthwhile-bench");
    try {
      Out.of(spec).json(CrawlSpeed.of(form, pages, folder));
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }
}
