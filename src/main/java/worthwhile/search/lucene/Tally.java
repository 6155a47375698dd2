package worthwhile.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import worthwhile.search.Dimension;

/** Counts the values of one dimension, and knows which of them are chosen; for one thread. */
final class Tally {
  private final Dimension dimension;
  private final DimensionValues values;
  private final List<String> keys;
  private final int[] counts;
  private int[] setOf;
  private int[] single;
  private int[][] several;
  private boolean[] chosen;

  Tally(Dimension dimension, DimensionValues values, List<String> keys) {
    this.dimension = dimension;
    this.values = values;
    this.keys = keys;
    this.counts = new int[values.count() + 1];
  }

  void enter(LeafReaderContext leaf, SegmentColumns columns) throws IOException {
    SegmentColumns.Choices choices = columns.of(dimension);
    setOf = choices.setOf();
    DimensionValues.SetNumbers numbers = values.numbers(leaf);
    single = numbers.single();
    several = numbers.several();
    chosen = chooses() ? values.chosen(leaf, choices.sets(), keys) : null;
  }

  boolean chooses() {
    return !keys.isEmpty();
  }

  boolean accepts(int doc) {
    return chosen[setOf[doc]];
  }

  void count(int doc) {
    if (single != null) counts[single[setOf[doc]]]++;
    else for (int number : several[setOf[doc]]) counts[number]++;
  }

  /** How many postings have each value, and last, how many have none. */
  int[] counts() {
    return counts;
  }
}
