package worthwhile.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import worthwhile.Instance;
import worthwhile.Settings;
import worthwhile.crawl.BulkImport;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.bench.InventedPostings;
import worthwhile.source.read.Sources;

/**
 * How long an import of postings takes, store and index, first and again where nothing has changed.
 *
 * @param rows imported
 * @param first the first time; a smaller import before it is not counted
 * @param again the same file once more
 */
public record ImportSpeed(
    int rows, Spent first, double rowsPerSecond, Spent again, double rowsPerSecondAgain) {
  private static final long SEED = 28;
  private static final int WARM_UP = 5_000;

  /** Measures in a folder that is empty. */
  public static ImportSpeed of(int rows, Path folder) throws IOException {
    run(WARM_UP, SEED + 1, Files.createDirectories(folder.resolve("warm-up")));
    return run(rows, SEED, Files.createDirectories(folder.resolve("measured")));
  }

  private static ImportSpeed run(int rows, long seed, Path folder) throws IOException {
    Clock clock = Clock.systemUTC();
    Path file = folder.resolve("postings.jsonl");
    write(new InventedPostings(seed, rows, clock.instant()), file);
    Settings settings = InventedInstance.settings(folder.resolve("data"));
    Sources none = Sources.load(Files.createDirectories(folder.resolve("scrapers")));
    try (Instance instance = Instance.open(settings, none, clock)) {
      Spent first = Spent.on(() -> take(instance, file, rows));
      Spent again = Spent.on(() -> take(instance, file, 0));
      return new ImportSpeed(rows, first, first.perSecond(rows), again, again.perSecond(rows));
    }
  }

  private static void write(InventedPostings world, Path file) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      Iterator<JobPosting> all = world.all().iterator();
      while (all.hasNext()) {
        lines.write(PostingJson.stored(all.next()));
        lines.newLine();
      }
    }
  }

  private static void take(Instance instance, Path file, int added) throws IOException {
    try (var lines = Files.newBufferedReader(file)) {
      BulkImport.Result result =
          new BulkImport(instance.tail(), instance.clock()).read(lines, false);
      if (result.added() != added || !result.rejected().isEmpty())
        throw new IllegalStateException(
            result.added() + " postings were new, not " + added + "; " + result.rejected());
    }
  }
}
