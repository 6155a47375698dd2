package worthwhile.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import worthwhile.search.Dimension;

/** Counts the values of one dimension, and knows which of them are chosen; for one thread. */
class Tally {
  private final Dimension dimension;
  private final DimensionValues values;
  private final List<String> keys;
  private final Counts counts;

  /** Of the segment that was entered; empty before. */
  private int[] setOf = new int[0];

  private int[] single = new int[0];
  private int[][] several = new int[0][];
  private boolean[] chosen = new boolean[0];

  Tally(Dimension dimension, DimensionValues values, List<String> keys) {
    this.dimension = dimension;
    this.values = values;
    this.keys = keys;
    this.counts = values.counts();
  }

  void enter(LeafReaderContext leaf, SegmentColumns columns) throws IOException {
    SegmentColumns.Choices choices = columns.of(dimension);
    setOf = choices.setOf();
    DimensionValues.SetNumbers numbers = values.numbers(leaf);
    single = numbers.single();
    several = numbers.several();
    chosen = chooses() ? values.chosen(leaf, choices.sets(), keys) : new boolean[0];
  }

  final Dimension dimension() {
    return dimension;
  }

  final boolean chooses() {
    return !keys.isEmpty();
  }

  /** Whether a posting says nothing. */
  final boolean isEmpty(int doc) {
    return setOf[doc] == 0;
  }

  /** Whether a posting holds a chosen value; to be asked only where a choice is made. */
  boolean accepts(int doc) {
    return chosen[setOf[doc]];
  }

  void count(int doc, boolean apart) {
    count(doc, counts, apart);
  }

  final void count(int doc, Counts into, boolean apart) {
    if (single.length > 0) into.add(single[setOf[doc]], apart);
    else for (int number : several[setOf[doc]]) into.add(number, apart);
  }

  /** The numbers of a posting's values. */
  int[] numbers(int doc) {
    return single.length > 0 ? new int[] {single[setOf[doc]]} : several[setOf[doc]];
  }

  /** Those of which nothing more is to be known than their values. */
  final Counts counts() {
    return counts;
  }
}
