package worthwhile.command.maintain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.alert.match.Matches;
import worthwhile.alert.match.SearchSet;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingMatcher;
import worthwhile.search.SearchQuery;
import worthwhile.search.Vocabulary;
import worthwhile.search.lucene.text.LuceneVocabulary;

/** {@code bench alerts}: how fast one posting finds its saved searches among many. */
@Command(
    name = "alerts",
    description = {
      "Measures how fast postings find their saved searches. Both are invented, the same for the"
          + " same seed; 15% of the searches have no words.",
      "Tells one figure a line, in milliseconds unless its name says otherwise."
    },
    mixinStandardHelpOptions = true)
final class BenchAlertsCommand implements Callable<Integer> {
  /** Searches that are asked one by one beside, for comparison. */
  private static final int ALONE = 2_000;

  private static final Vocabulary VOCABULARY = new LuceneVocabulary(List::of);

  @Spec private CommandSpec spec;
  @Mixin private Common common;

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

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What both are drawn from (default: ${DEFAULT-VALUE}).")
  private long seed;

  private Out out;

  @Override
  public Integer call() {
    if (searches < 1 || postings < 1)
      throw new UsageException("--searches and --postings are 1 or more");
    out = Out.of(spec);
    InventedAlerts invented = new InventedAlerts(seed, VOCABULARY);
    List<SearchQuery> queries =
        IntStream.range(0, searches).mapToObj(_ -> invented.search()).toList();
    SearchSet set = registered(queries, invented);
    match(set, queries, invented);
    change(set, queries);
    return 0;
  }

  /** The queries are held by the caller before, so that what the set adds is told. */
  private SearchSet registered(List<SearchQuery> queries, InventedAlerts invented) {
    long before = heap();
    SearchSet set = new SearchSet(VOCABULARY);
    for (int i = 0; i < postings; i++) set.learn(invented.facts(i));
    long start = System.nanoTime();
    for (int i = 0; i < queries.size(); i++) set.put("s" + i, queries.get(i));
    tell("registering", millis(start));
    tell("heap_mb_beside_the_queries", (heap() - before) / 1e6);
    tell("searches", set.size());
    return set;
  }

  private void match(SearchSet set, List<SearchQuery> queries, InventedAlerts invented) {
    for (int i = 0; i < postings; i++) set.match(invented.facts(i), InventedAlerts.NOW);
    List<PostingFacts> all = IntStream.range(0, postings).mapToObj(invented::facts).toList();
    double[] withText = new double[postings];
    double[] without = new double[postings];
    long asked = 0;
    long found = 0;
    for (int i = 0; i < postings; i++) {
      PostingFacts facts = all.get(i);
      long start = System.nanoTime();
      set.match(facts, InventedAlerts.NOW);
      withText[i] = millis(start);
      start = System.nanoTime();
      Matches matches = set.match(facts, InventedAlerts.NOW);
      without[i] = millis(start);
      asked += matches.asked();
      found += matches.ids().size();
    }
    tellSpread("match_with_text", withText);
    tellSpread("match", without);
    tell("asked_each", (double) asked / postings);
    tell("found_each", (double) found / postings);
    alone(set, queries, all);
  }

  /** Asks some searches one by one, and that the set found the same of them. */
  private void alone(SearchSet set, List<SearchQuery> queries, List<PostingFacts> all) {
    int some = Math.min(ALONE, queries.size());
    List<PostingMatcher> matchers =
        queries.subList(0, some).stream().map(query -> query.matcher(VOCABULARY)).toList();
    double spent = 0;
    int differing = 0;
    for (PostingFacts facts : all) {
      List<String> found = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < some; i++)
        if (matchers.get(i).accepts(facts, InventedAlerts.NOW)) found.add("s" + i);
      spent += millis(start);
      Set<String> ids = new HashSet<>(set.match(facts, InventedAlerts.NOW).ids());
      ids.removeIf(id -> Integer.parseInt(id.substring(1)) >= some);
      if (!ids.equals(Set.copyOf(found))) differing++;
    }
    tell("one_by_one_each_for_all_searches", spent / all.size() / some * queries.size());
    tell("postings_where_one_by_one_differs", differing);
  }

  private void change(SearchSet set, List<SearchQuery> queries) {
    int some = Math.min(ALONE, queries.size());
    double[] put = new double[some];
    double[] remove = new double[some];
    for (int i = 0; i < some; i++) {
      long start = System.nanoTime();
      set.put("s" + i, queries.get(queries.size() - 1 - i));
      put[i] = millis(start);
      start = System.nanoTime();
      set.remove("s" + i);
      remove[i] = millis(start);
    }
    tellSpread("put", put);
    tellSpread("remove", remove);
  }

  private void tellSpread(String name, double[] values) {
    Arrays.sort(values);
    for (int percent : new int[] {50, 95, 99})
      tell(name + "_p" + percent, values[(values.length - 1) * percent / 100]);
    tell(name + "_max", values[values.length - 1]);
  }

  private void tell(String figure, double value) {
    double rounded = Math.round(value * 1e4) / 1e4;
    if (common.json()) out.json(Map.of("figure", figure, "value", rounded));
    else out.results().println(String.format(Locale.ROOT, "%-40s %,.4f", figure, rounded));
    out.results().flush();
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / 1e6;
  }

  /** Bytes in use after what nobody holds is gone. */
  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) runtime.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
