package worthwhile.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.Settings;
import worthwhile.UsageException;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.bench.InventedPostings;
import worthwhile.store.posting.Postings;

/** An instance with nothing in it but invented postings, which come in as a crawl's do. */
public final class InventedInstance {
  private static final int RUN = 10_000;

  private final InventedPostings world;
  private final int size;

  /** The postings of a seed; their dates end today. */
  public InventedInstance(long seed, int size) {
    this.world = new InventedPostings(seed, size, Instant.now());
    this.size = size;
  }

  /** Settings of an instance in a folder, whatever is set elsewhere. */
  public static Settings settings(Path folder) {
    return Settings.read(
        Map.of(
            Settings.Key.DATA, folder.toString(),
            Settings.Key.PORT, "0",
            Settings.Key.RATES, "kept"),
        Map.of(),
        folder.resolve("none.toml"));
  }

  JobPosting posting(int number) {
    return world.posting(number);
  }

  int size() {
    return size;
  }

  /**
   * Fills an empty folder; one with as many postings is left as it is.
   *
   * @throws UsageException if it holds something else
   */
  public void fill(Settings settings, Out out) {
    boolean kept = Files.isDirectory(settings.data().resolve("index"));
    try (Instance instance = Instance.open(settings, out)) {
      if (kept) requireSame(instance, settings.data());
      else for (int from = 0; from < size; from += RUN) take(instance, from);
      instance.indexer().catchUp();
    }
  }

  private void requireSame(Instance instance, Path folder) {
    long stored =
        instance.store().postings().counts().stream().mapToLong(Postings.StateCount::count).sum();
    if (stored != size)
      throw new UsageException(
          "%s holds %d postings, not %d: name another folder, or one that is not there yet."
              .formatted(folder, stored, size));
  }

  private void take(Instance instance, int from) {
    List<Item> items =
        IntStream.range(from, Math.min(size, from + RUN))
            .mapToObj(world::posting)
            .map(Item.class::cast)
            .toList();
    Instant now = instance.clock().instant();
    items.stream()
        .collect(Collectors.groupingBy(Item::source))
        .forEach(
            (source, some) ->
                instance
                    .tail()
                    .take(
                        Batch.Rows.of(source, now)
                            .outcome(RunOutcome.Read.PARTIAL)
                            .items(some)
                            .build()));
  }
}
