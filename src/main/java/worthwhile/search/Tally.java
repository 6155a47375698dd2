package worthwhile.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;

/** Counts the values of one dimension, and knows which of them are chosen; for one thread. */
final class Tally {
  private final Values values;
  private final List<String> keys;
  private final boolean emptyMeansAny;
  private final int[] counts;
  private SortedSetDocValues several;
  private SortedDocValues single;
  private LongValues numbers;
  private FixedBitSet chosen;

  Tally(Values values, List<String> keys, boolean emptyMeansAny) {
    this.values = values;
    this.keys = keys;
    this.emptyMeansAny = emptyMeansAny;
    this.counts = new int[values.count() + 1];
  }

  void enter(LeafReaderContext leaf) throws IOException {
    several = values.of(leaf);
    single = DocValues.unwrapSingleton(several);
    numbers = values.numbers(leaf);
    chosen = chooses() ? values.chosen(leaf, keys) : null;
  }

  boolean chooses() {
    return !keys.isEmpty();
  }

  boolean accepts(int doc) throws IOException {
    if (single != null)
      return single.advanceExact(doc) ? chosen.get(single.ordValue()) : emptyMeansAny;
    if (!several.advanceExact(doc)) return emptyMeansAny;
    for (int i = several.docValueCount(); i > 0; i--)
      if (chosen.get((int) several.nextOrd())) return true;
    return false;
  }

  void count(int doc) throws IOException {
    if (single != null) {
      if (single.advanceExact(doc)) counts[(int) numbers.get(single.ordValue())]++;
      else counts[counts.length - 1]++;
    } else if (several.advanceExact(doc)) {
      for (int i = several.docValueCount(); i > 0; i--)
        counts[(int) numbers.get(several.nextOrd())]++;
    } else {
      counts[counts.length - 1]++;
    }
  }

  /**
   * How many results each value would give if it alone were chosen: where no value means any, the
   * postings without one count for every value that occurs. The last number is that of the postings
   * without a value.
   */
  int[] counts() {
    return counts;
  }
}
