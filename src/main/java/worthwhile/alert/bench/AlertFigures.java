package worthwhile.alert.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import worthwhile.alert.match.Matches;
import worthwhile.alert.match.SearchSet;
import worthwhile.posting.Posting;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingMatcher;
import worthwhile.search.SearchQuery;
import worthwhile.search.Vocabulary;
import worthwhile.search.lucene.text.LuceneVocabulary;

/**
 * How fast postings are matched against invented searches.
 *
 * @param figure what was measured
 * @param value in the unit that the figure's name ends with
 */
public record AlertFigures(String figure, double value) {
  private static final long SEED = 14;
  private static final int LEARNT = 500;
  private static final int CHANGES = 1_000;
  private static final int ALONE = 5;

  /** Measures with so many searches and postings; at least one each. */
  public static List<AlertFigures> of(int searches, int postings, Instant now) {
    return new Bench(searches, postings, now).run();
  }

  private static final class Bench {
    private final Vocabulary vocabulary = new LuceneVocabulary(() -> List.<Set<String>>of());
    private final InventedAlerts invented = new InventedAlerts(SEED);
    private final SearchSet set = new SearchSet(vocabulary);
    private final List<AlertFigures> figures = new ArrayList<>();
    private final List<SearchQuery> searches;
    private final List<Posting> postings;
    private final Instant now;

    Bench(int searches, int postings, Instant now) {
      this.searches = IntStream.range(0, searches).mapToObj(_ -> invented.search()).toList();
      this.postings = IntStream.range(0, postings).mapToObj(invented::posting).toList();
      this.now = now;
    }

    List<AlertFigures> run() {
      for (int i = 0; i < LEARNT; i++) set.learn(facts(invented.posting(i)));
      register();
      for (Posting posting : postings.subList(0, Math.min(LEARNT, postings.size())))
        set.match(facts(posting), now);
      match();
      change();
      alone();
      return figures;
    }

    private void register() {
      long heap = heap();
      long start = System.nanoTime();
      for (int i = 0; i < searches.size(); i++) set.put("s" + i, searches.get(i));
      add("register_s", (System.nanoTime() - start) / 1e9);
      add("heap_mb", (heap() - heap) / 1e6);
    }

    private void match() {
      double[] all = new double[postings.size()];
      double[] analysed = new double[postings.size()];
      long asked = 0;
      long found = 0;
      for (int i = 0; i < all.length; i++) {
        long start = System.nanoTime();
        PostingFacts facts = facts(postings.get(i));
        facts.text().terms();
        long read = System.nanoTime();
        Matches matches = set.match(facts, now);
        long end = System.nanoTime();
        all[i] = (end - start) / 1e6;
        analysed[i] = (end - read) / 1e6;
        asked += matches.asked();
        found += matches.ids().size();
      }
      spread("match_with_analysis", all);
      spread("match", analysed);
      add("asked_per_posting", (double) asked / all.length);
      add("matches_per_posting", (double) found / all.length);
    }

    private void change() {
      double[] put = new double[CHANGES];
      double[] remove = new double[CHANGES];
      for (int i = 0; i < CHANGES; i++) {
        SearchQuery query = invented.search();
        long start = System.nanoTime();
        set.put("s" + i, query);
        long between = System.nanoTime();
        set.remove("s" + i);
        put[i] = (between - start) / 1e6;
        remove[i] = (System.nanoTime() - between) / 1e6;
      }
      spread("put", put);
      spread("remove", remove);
    }

    /** A tenth of the searches, each asked alone; ten times that is what all would take. */
    private void alone() {
      List<PostingMatcher> matchers = new ArrayList<>();
      for (int i = 0; i < searches.size(); i += 10)
        matchers.add(searches.get(i).matcher(vocabulary));
      double[] took = new double[Math.min(ALONE * 10, postings.size())];
      for (int i = 0; i < took.length; i++) {
        PostingFacts facts = facts(postings.get(i));
        long start = System.nanoTime();
        long found = matchers.stream().filter(one -> one.accepts(facts, now)).count();
        took[i] = (System.nanoTime() - start) / 1e6 * 10 + (found < 0 ? 1 : 0);
      }
      spread("each_alone", took);
    }

    private PostingFacts facts(Posting posting) {
      return PostingFacts.of(posting, Optional.empty(), vocabulary, Optional.empty());
    }

    private void spread(String name, double[] millis) {
      Arrays.sort(millis);
      Map<String, Double> shares = new LinkedHashMap<>();
      shares.put("_p50_ms", 0.5);
      shares.put("_p95_ms", 0.95);
      shares.put("_p99_ms", 0.99);
      shares.put("_max_ms", 1.0);
      shares.forEach(
          (share, part) -> add(name + share, millis[(int) Math.round(part * (millis.length - 1))]));
    }

    private void add(String figure, double value) {
      figures.add(new AlertFigures(figure, Math.round(value * 1e4) / 1e4));
    }

    private static long heap() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
  }
}
