package worthwhile.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import worthwhile.search.Dimension;
import worthwhile.search.NumberRange;
import worthwhile.search.SearchQuery;
import worthwhile.search.Sort;

/**
 * One pass over what the words let through: filters, keeps the best, and counts the values of each
 * dimension. A posting that fails the choice in exactly one dimension is no result, but is what
 * that dimension would show if its choice were dropped.
 */
final class Counting implements CollectorManager<Counting.Part, Counting.Counted> {
  /** Results of the page, exact number of results, and the counts of each dimension's values. */
  record Counted(List<Best.Ranked> page, long total, Map<Dimension, int[]> counts) {}

  private final Snapshot snapshot;
  private final SearchQuery search;
  private final Instant now;
  private final NumberRange[] ranges;

  Counting(Snapshot snapshot, SearchQuery search, Instant now) {
    this.snapshot = snapshot;
    this.search = search;
    this.now = now;
    this.ranges = NumberRange.of(search, now).toArray(NumberRange[]::new);
  }

  @Override
  public Part newCollector() {
    return new Part();
  }

  @Override
  public Counted reduce(Collection<Part> parts) {
    Map<Dimension, int[]> counts = new EnumMap<>(Dimension.class);
    for (Part part : parts)
      for (Dimension dimension : Dimension.values())
        counts.merge(dimension, part.tallies.get(dimension).counts(), Counting::sum);
    for (Dimension dimension : Dimension.values())
      counts.computeIfAbsent(dimension, none -> new int[1]);
    return new Counted(
        Best.merged(
            parts.stream().map(part -> part.best).toList(),
            (search.page() - 1) * search.size(),
            search.size()),
        parts.stream().mapToLong(part -> part.total).sum(),
        counts);
  }

  private static int[] sum(int[] a, int[] b) {
    for (int i = 0; i < a.length; i++) a[i] += b[i];
    return a;
  }

  /** The share of one thread. */
  final class Part implements Collector {
    private final Best best = new Best(search.page() * search.size());
    private final Map<Dimension, Tally> tallies = new EnumMap<>(Dimension.class);
    private long total;

    Part() {
      for (Dimension dimension : Dimension.values())
        tallies.put(
            dimension, new Tally(dimension, snapshot.values(dimension), dimension.chosen(search)));
    }

    @Override
    public ScoreMode scoreMode() {
      return search.sort() == Sort.RELEVANCE ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      return new Segment(this, leaf);
    }
  }

  private final class Segment implements LeafCollector {
    private final Part part;
    private final LeafReaderContext leaf;
    private final SegmentColumns columns;
    private final long[][] numbers;
    private final Tally[] tallies;
    private final Tally[] choosing;
    private final BinaryDocValues ids;
    private Keys keys;

    Segment(Part part, LeafReaderContext leaf) throws IOException {
      this.part = part;
      this.leaf = leaf;
      this.columns = snapshot.columns(leaf);
      this.numbers = new long[ranges.length][];
      for (int i = 0; i < ranges.length; i++) numbers[i] = columns.of(ranges[i].fact());
      this.tallies = part.tallies.values().toArray(Tally[]::new);
      for (Tally tally : tallies) tally.enter(leaf, columns);
      this.choosing = part.tallies.values().stream().filter(Tally::chooses).toArray(Tally[]::new);
      this.ids = DocValues.getBinary(leaf.reader(), IndexFields.ID);
    }

    @Override
    public void setScorer(Scorable scores) throws IOException {
      keys = Keys.of(search.sort(), columns, leaf, scores, now);
    }

    @Override
    public void collect(int doc) throws IOException {
      for (int i = 0; i < ranges.length; i++) if (!ranges[i].holds(numbers[i][doc])) return;
      Tally failed = null;
      for (Tally tally : choosing) {
        if (tally.accepts(doc)) continue;
        if (failed != null) return;
        failed = tally;
      }
      if (failed == null) found(doc);
      else failed.count(doc);
    }

    private void found(int doc) throws IOException {
      part.total++;
      long least = part.best.least();
      long key = keys.of(doc, least);
      if (key >= least) part.best.offer(key, ids, doc, leaf.docBase);
      for (Tally tally : tallies) tally.count(doc);
    }
  }
}
