package worthwhile.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.lucene.SearchIndex;

/**
 * Fills an index with invented postings and measures searches. Arguments: folder, postings,
 * searches of each kind, clients. A folder that is filled already is used as it is.
 */
public final class SearchBench {
  private SearchBench() {}

  static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int postings = Integer.parseInt(args[1]);
    int searches = Integer.parseInt(args[2]);
    int clients = Integer.parseInt(args[3]);
    Clock clock = Clock.fixed(InventedMarket.NOW, ZoneOffset.UTC);
    try (SearchIndex index = SearchIndex.open(folder, clock)) {
      if (index.size() == 0) fill(index, postings);
      System.out.printf(Locale.ROOT, "%d postings, heap used %d MB%n", index.size(), heapMb());
      measure(index, searches / 4, 1, false);
      measure(index, searches, 1, true);
      if (clients > 1) measure(index, searches, clients, true);
      System.out.printf(Locale.ROOT, "heap used %d MB%n", heapMb());
    }
  }

  private static void fill(SearchIndex index, int postings) {
    InventedMarket market = new InventedMarket(1);
    long started = System.nanoTime();
    index.rebuild(IntStream.range(0, postings).mapToObj(market::posting), 1);
    report("rebuild", postings, started);
    InventedMarket changes = new InventedMarket(2);
    int changed = Math.min(postings / 10, 50_000);
    started = System.nanoTime();
    for (int from = 0; from < changed; from += 500)
      index.put(IntStream.range(from, from + 500).mapToObj(changes::posting).toList(), from);
    index.refresh();
    report("put in batches of 500", changed, started);
    started = System.nanoTime();
    index.commit();
    report("commit", 1, started);
  }

  private static void report(String what, int n, long started) {
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.printf(Locale.ROOT, "%s: %.1f s, %.0f/s%n", what, seconds, n / seconds);
  }

  private static Map<String, BiFunction<InventedMarket, Random, SearchQuery>> kinds() {
    Map<String, BiFunction<InventedMarket, Random, SearchQuery>> kinds = new LinkedHashMap<>();
    kinds.put("front page", (market, random) -> read(Map.of()));
    kinds.put("one word", (market, random) -> read(Map.of("q", List.of(market.searched()))));
    kinds.put(
        "two words",
        (market, random) ->
            read(Map.of("q", List.of(market.searched() + " " + market.searched()))));
    kinds.put("two words, filters", SearchBench::filtered);
    kinds.put(
        "filters only, by pay",
        (market, random) ->
            filtered(market, random)
                .withWords(Optional.empty())
                .withSort(worthwhile.search.Sort.HOURLY));
    kinds.put(
        "one filter",
        (market, random) ->
            read(
                random.nextBoolean()
                    ? Map.of("platform", List.of("platform" + random.nextInt(8)))
                    : Map.of("min_hourly", List.of(Integer.toString(random.nextInt(25))))));
    return kinds;
  }

  private static SearchQuery filtered(InventedMarket market, Random random) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("q", List.of(market.searched() + " " + market.searched()));
    parameters.put("min_hourly", List.of(BigDecimal.valueOf(random.nextInt(200), 1).toString()));
    if (random.nextBoolean())
      parameters.put("platform", List.of("platform" + random.nextInt(6), "platform9"));
    if (random.nextBoolean()) parameters.put("country", List.of("DE"));
    if (random.nextBoolean()) parameters.put("max_minutes", List.of("45"));
    if (random.nextBoolean()) parameters.put("posted_within", List.of("30d"));
    if (random.nextBoolean()) parameters.put("include_unknown_pay", List.of("false"));
    return read(parameters);
  }

  private static void measure(SearchIndex index, int searches, int clients, boolean print)
      throws Exception {
    if (print) System.out.printf(Locale.ROOT, "%d client(s)%n", clients);
    List<long[]> all = new ArrayList<>();
    double allCpu = 0;
    for (var kind : kinds().entrySet()) {
      try (var threads = Executors.newFixedThreadPool(clients)) {
        long before = cpuNanos();
        List<Future<long[]>> runs = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
          int seed = 100 + client + (print ? 50 : 0);
          runs.add(threads.submit(() -> run(index, kind.getValue(), searches / clients, seed)));
        }
        List<long[]> times = new ArrayList<>();
        for (Future<long[]> run : runs) times.add(run.get());
        long cpu = cpuNanos() - before;
        allCpu += (double) cpu;
        all.addAll(times);
        if (print) print(kind.getKey(), times, (double) cpu);
      }
    }
    if (print) print("all", all, allCpu);
  }

  private static long[] run(
      SearchIndex index,
      BiFunction<InventedMarket, Random, SearchQuery> kind,
      int searches,
      int seed) {
    InventedMarket market = new InventedMarket(seed);
    Random random = new Random(seed);
    long[] nanos = new long[searches];
    for (int i = 0; i < searches; i++) {
      SearchQuery query = kind.apply(market, random);
      long started = System.nanoTime();
      index.searchOrRelax(query);
      nanos[i] = System.nanoTime() - started;
    }
    return nanos;
  }

  private static void print(String what, List<long[]> runs, double cpuNanos) {
    long[] all = runs.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-22s p50 %7.2f  p90 %7.2f  p99 %7.2f  max %7.2f ms  cpu/search %6.2f ms%n",
        what,
        at(all, 0.5),
        at(all, 0.9),
        at(all, 0.99),
        at(all, 1),
        cpuNanos / all.length / 1e6);
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
  }

  private static SearchQuery read(Map<String, List<String>> parameters) {
    return switch (SearchQuery.parse(parameters)) {
      case Parsed.Valid(SearchQuery query) -> query;
      case Parsed.Invalid(List<Parsed.Mistake> mistakes) ->
          throw new IllegalArgumentException(mistakes.toString());
    };
  }

  private static long heapMb() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
