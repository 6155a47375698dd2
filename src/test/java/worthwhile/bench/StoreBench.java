package worthwhile.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.UnitText;
import worthwhile.store.Store;
import worthwhile.store.posting.Changes;
import worthwhile.store.source.Runs;

/**
 * Storing and reading on SQLite with 100,000 postings of about 1.2 KB. Run after {@code mvn
 * test-compile} with the test class path: {@code java -cp … org.openjdk.jmh.Main StoreBench}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Xmx1g"})
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 4, time = 3)
public class StoreBench {
  private static final int STORED = 100_000;
  private static final int BATCH = 10_000;

  private Path folder;
  private Store store;
  private int round;

  @Setup(Level.Trial)
  public void fill() throws IOException {
    folder = Files.createTempDirectory("store-bench");
    store = open();
    for (int from = 0; from < STORED; from += BATCH)
      store.postings().apply(batch("stored", from), run());
  }

  @TearDown(Level.Trial)
  public void close() throws IOException {
    store.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) Files.delete(file);
    }
    Files.delete(folder);
  }

  private Store open() {
    return Store.open("jdbc:sqlite:" + folder.resolve("worthwhile.db"), Clock.systemUTC());
  }

  /** New postings a second, 10,000 in a run. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long applyNew() {
    return store.postings().apply(batch("new" + round++, 0), run());
  }

  /** Changed postings a second, 10,000 in a run. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long applyChanged() {
    round++;
    List<Change> changes =
        IntStream.range(0, BATCH)
            .mapToObj(i -> posting("stored", i))
            .<Change>map(
                before ->
                    new Change.Changed(
                        FlatPosting.of(before).title("Changed " + round).build(),
                        before,
                        Set.of("title")))
            .toList();
    return store.postings().apply(changes, run());
  }

  /** Runs of 100 unchanged postings a second. */
  @Benchmark
  public long applyUnchanged() {
    List<Change> changes =
        IntStream.range(0, 100)
            .<Change>mapToObj(i -> new Change.Unchanged(posting("stored", i)))
            .toList();
    return store.postings().apply(changes, run());
  }

  /** Postings a second, read by id from two threads. */
  @Benchmark
  @Threads(2)
  public Optional<Posting> byId(Numbers numbers) {
    return store.postings().byId("stored:" + numbers.random.nextInt(STORED));
  }

  /** Postings a second, paged by revision. */
  @Benchmark
  @OperationsPerInvocation(1000)
  public Map<String, Posting> changed(Numbers numbers) {
    var changes = store.changes().after(numbers.random.nextInt(STORED - 1000), 1000);
    return store.postings().byIds(changes.stream().map(Changes.Entry::posting).toList());
  }

  /** Postings a second, streamed from the first to the last. */
  @Benchmark
  @OperationsPerInvocation(STORED)
  public long notClosed() {
    try (Stream<Posting> all = store.postings().notClosed()) {
      return all.filter(posting -> posting.job().source().equals("stored")).count();
    }
  }

  /** Openings of an existing database a second. */
  @Benchmark
  public void reopen() {
    open().close();
  }

  /** A thread's own numbers. */
  @State(Scope.Thread)
  public static class Numbers {
    private final Random random = new Random(7);
  }

  private static Runs.Run run() {
    return new Runs.Run(
        UUID.randomUUID().toString(),
        "stored",
        Instant.now(),
        "items",
        Optional.empty(),
        1,
        1,
        1,
        0,
        0,
        0,
        Duration.ofSeconds(1));
  }

  private static List<Change> batch(String source, int from) {
    return IntStream.range(from, from + BATCH)
        .<Change>mapToObj(i -> new Change.New(posting(source, i)))
        .toList();
  }

  private static Posting posting(String source, int number) {
    return FlatPosting.builder(source, "tasks", "" + number)
        .title("Label photos of shop shelves, set " + number)
        .url("https://tasks.example/t/" + number)
        .description(
            "Draw a box around every price tag and type the price that it shows. ".repeat(10))
        .hiringOrganization(Organization.named("Shelf Lab " + number % 500))
        .baseSalary(MonetaryAmount.of("USD", new BigDecimal("1.50"), UnitText.TASK))
        .skills(List.of("labelling", "english"))
        .datePosted(Instant.ofEpochSecond(1_790_000_000L + number))
        .firstSeen(Instant.ofEpochSecond(1_790_000_100L + number))
        .lastSeen(Instant.ofEpochSecond(1_790_000_100L + number))
        .state(PostingState.OPEN)
        .build();
  }
}
