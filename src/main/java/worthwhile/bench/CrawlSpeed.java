package worthwhile.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import worthwhile.Instance;
import worthwhile.Settings;
import worthwhile.crawl.Behind;
import worthwhile.crawl.Visits;
import worthwhile.posting.bench.InventedPostings;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/**
 * How long it takes from pages on one host to postings in store and index, first and again where
 * nothing has changed. The server runs in the same process, so that its work is counted too.
 *
 * @param form in which the host shows its tasks
 * @param pages read, of 20 rows each
 * @param cpuCheaperAgain how many times less the processors worked where nothing had changed; the
 *     better of two such crawls
 */
public record CrawlSpeed(
    MillPages form,
    int pages,
    Spent first,
    double pagesPerSecond,
    double rowsPerSecond,
    Spent again,
    double pagesPerSecondAgain,
    double cpuCheaperAgain) {
  private static final long SEED = 28;
  private static final int WARM_UP = 100;

  /** Measures in a folder that is empty; a smaller crawl before it is not counted. */
  public static CrawlSpeed of(MillPages form, int pages, Path folder) {
    new Measured(form, WARM_UP, SEED + 1, folder.resolve("warm-up")).run();
    return new Measured(form, pages, SEED, folder.resolve("measured")).run();
  }

  private record Measured(MillPages form, int pages, long seed, Path folder) {
    CrawlSpeed run() {
      Clock clock = Clock.systemUTC();
      int rows = pages * TaskMill.ROWS;
      InventedPostings world = new InventedPostings(seed, rows, clock.instant());
      try (TaskMill mill = new TaskMill(form, pages, world);
          Instance instance = instance(mill, clock)) {
        Spent first = Spent.on(() -> crawl(instance, "items", rows));
        Spent second = Spent.on(() -> crawl(instance, "unchanged", rows));
        Spent third = Spent.on(() -> crawl(instance, "unchanged", rows));
        Spent again = second.cpuSeconds() < third.cpuSeconds() ? second : third;
        return new CrawlSpeed(
            form,
            pages,
            first,
            first.perSecond(pages),
            first.perSecond(rows),
            again,
            again.perSecond(pages),
            Spent.rounded(first.cpuSeconds() / Math.max(again.cpuSeconds(), 1e-3)));
      } catch (IOException e) {
        throw new IllegalStateException("the definitions could not be written", e);
      }
    }

    private Instance instance(TaskMill mill, Clock clock) throws IOException {
      Path scrapers = folder.resolve("scrapers");
      mill.define(scrapers);
      Map<Settings.Key, String> given = new HashMap<>();
      given.put(Settings.Key.DATA, folder.resolve("data").toString());
      given.put(Settings.Key.MAP, mill.mapping());
      given.put(Settings.Key.DELAY, "0");
      Sources sources = Sources.load(scrapers);
      if (!sources.problems().isEmpty())
        throw new IllegalStateException(sources.problems().toString());
      return Instance.open(
          Settings.read(given, Map.of(), folder.resolve("none.toml")), sources, clock);
    }

    /** Reads all sources; each must come to this outcome, all of them to so many rows. */
    private void crawl(Instance instance, String outcome, int rows) {
      int items = 0;
      for (Run run : runs(instance)) {
        if (!run.outcome().equals(outcome))
          throw new IllegalStateException(
              run.source() + " came to " + run.outcome() + ", not " + outcome + ": " + run);
        items += run.items();
      }
      if (items != rows) throw new IllegalStateException(items + " rows came, not " + rows);
    }

    private List<Run> runs(Instance instance) {
      try (Behind index = new Behind(instance.tail().follower());
          ExecutorService workers = Executors.newFixedThreadPool(instance.settings().atOnce())) {
        Visits visits = instance.visits(index);
        List<Callable<Run>> calls = new ArrayList<>();
        for (SourceDefinition source : instance.sources().all())
          calls.add(() -> visits.visit(source, false));
        List<Run> runs = new ArrayList<>();
        for (Future<Run> each : workers.invokeAll(calls)) runs.add(each.get());
        return runs;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a crawl broke down", e.getCause());
      }
    }
  }
}
