package worthwhile.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/**
 * One pass over what the words and the other filters let through: keeps the best, and counts the
 * values of each dimension. A posting that fails the choice in exactly one dimension is no result,
 * but is what that dimension would show if its choice were dropped.
 */
final class Counting implements CollectorManager<Counting.Part, Counting.Counted> {
  /** Best results, exact number of results, and for each dimension the counts by value number. */
  record Counted(TopFieldDocs best, long total, Map<Dimension, int[]> counts) {}

  private final Snapshot snapshot;
  private final Map<Dimension, List<String>> chosen;
  private final TopFieldCollectorManager best;
  private final boolean scored;
  private final Instant now;

  Counting(
      Snapshot snapshot,
      Map<Dimension, List<String>> chosen,
      TopFieldCollectorManager best,
      boolean scored,
      Instant now) {
    this.snapshot = snapshot;
    this.chosen = chosen;
    this.best = best;
    this.scored = scored;
    this.now = now;
  }

  @Override
  public Part newCollector() {
    return new Part(best.newCollector());
  }

  @Override
  public Counted reduce(Collection<Part> parts) throws IOException {
    List<TopFieldCollector> tops = new ArrayList<>();
    Map<Dimension, int[]> counts = new EnumMap<>(Dimension.class);
    long total = 0;
    for (Part part : parts) {
      tops.add(part.top);
      total += part.total;
      for (Dimension dimension : Dimension.values())
        counts.merge(dimension, part.tallies.get(dimension).counts(), Counting::sum);
    }
    return new Counted(best.reduce(tops), total, counts);
  }

  private static int[] sum(int[] a, int[] b) {
    for (int i = 0; i < a.length; i++) a[i] += b[i];
    return a;
  }

  /** The share of one thread. */
  final class Part implements Collector {
    private final TopFieldCollector top;
    private final Map<Dimension, Tally> tallies = new EnumMap<>(Dimension.class);
    private long total;

    Part(TopFieldCollector top) {
      this.top = top;
      for (Dimension dimension : Dimension.values())
        tallies.put(
            dimension,
            new Tally(
                snapshot.values(dimension),
                chosen.getOrDefault(dimension, List.of()),
                dimension.emptyMeansAny()));
    }

    @Override
    public ScoreMode scoreMode() {
      return scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      LeafCollector best = top.getLeafCollector(leaf);
      Boost boost = new Boost(leaf, now);
      Tally[] all = tallies.values().toArray(Tally[]::new);
      for (Tally tally : all) tally.enter(leaf);
      Tally[] choosing = tallies.values().stream().filter(Tally::chooses).toArray(Tally[]::new);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) throws IOException {
          boost.on(scorer);
          best.setScorer(boost);
        }

        @Override
        public void collect(int doc) throws IOException {
          Tally failed = null;
          for (Tally tally : choosing) {
            if (tally.accepts(doc)) continue;
            if (failed != null) return;
            failed = tally;
          }
          if (failed != null) {
            failed.count(doc);
            return;
          }
          total++;
          boost.at(doc);
          best.collect(doc);
          for (Tally tally : all) tally.count(doc);
        }
      };
    }
  }
}
