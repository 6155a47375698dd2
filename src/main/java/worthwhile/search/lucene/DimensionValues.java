package worthwhile.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;
import worthwhile.search.Dimension;

/**
 * The values of one dimension over all segments of a reader, numbered in their order; the two
 * numbers after the last stand for "none" and "all". Built when a reader opens, so that no search
 * pays for it.
 */
final class DimensionValues {
  private final Dimension dimension;
  private final List<LeafReaderContext> leaves;
  private final OrdinalMap map;
  private final SetNumbers[] numbers;

  /** As people read them, by number; looked up when first shown, twice where two ask at once. */
  private final @Nullable String[] shown;

  /**
   * The numbers of the values of each set in a segment.
   *
   * @param single the one value of each set, where no set has several; else empty: looking through
   *     an array of arrays costs most of the pass over a large index
   * @param several the values of each set, where some set has several; else empty
   */
  record SetNumbers(int[] single, int[][] several) {
    static SetNumbers of(int[][] sets) {
      for (int[] set : sets) if (set.length != 1) return new SetNumbers(new int[0], sets);
      return new SetNumbers(Arrays.stream(sets).mapToInt(set -> set[0]).toArray(), new int[0][]);
    }
  }

  DimensionValues(Dimension dimension, IndexReader reader, List<SegmentColumns> columns)
      throws IOException {
    this.dimension = dimension;
    this.leaves = reader.leaves();
    SortedSetDocValues[] segments = new SortedSetDocValues[leaves.size()];
    for (int i = 0; i < segments.length; i++) segments[i] = of(leaves.get(i));
    this.map = OrdinalMap.build(null, segments, PackedInts.DEFAULT);
    this.shown = new String[Math.toIntExact(map.getValueCount())];
    this.numbers = new SetNumbers[leaves.size()];
    for (int i = 0; i < segments.length; i++)
      numbers[i] =
          SetNumbers.of(numbers(columns.get(i).of(dimension).sets(), map.getGlobalOrds(i)));
  }

  int count() {
    return Math.toIntExact(map.getValueCount());
  }

  /** The number that stands for "none". */
  int none() {
    return count();
  }

  /** The number that stands for all of them, of countries. */
  int worldwide() {
    return count() + 1;
  }

  /** The number of a posting's value, the first where it has several. */
  int first(LeafReaderContext leaf, SegmentColumns columns, int doc) {
    int set = columns.of(dimension).setOf()[doc];
    SetNumbers own = numbers[leaf.ord];
    return own.several().length == 0 ? own.single()[set] : own.several()[set][0];
  }

  /** Room for counting each of the numbers. */
  Counts counts() {
    return new Counts(count() + 2);
  }

  /** The numbers of the values in each set of a segment. */
  SetNumbers numbers(LeafReaderContext leaf) {
    return numbers[leaf.ord];
  }

  /** Which sets of a segment hold a chosen value. */
  boolean[] chosen(LeafReaderContext leaf, int[][] sets, Collection<String> keys)
      throws IOException {
    SortedSetDocValues values = of(leaf);
    Set<Integer> wanted = new HashSet<>();
    for (String key : keys) {
      long number = values.lookupTerm(new BytesRef(key));
      if (number >= 0) wanted.add(Math.toIntExact(number));
    }
    boolean[] chosen = new boolean[sets.length];
    chosen[0] = dimension.emptyMeansAny();
    if (wanted.isEmpty()) return chosen;
    for (int set = 1; set < sets.length; set++)
      for (int value : sets[set]) chosen[set] |= wanted.contains(value);
    return chosen;
  }

  boolean[] chosenOf(LeafReaderContext leaf, int[][] sets, Collection<String> keys) {
    try {
      return chosen(leaf, sets, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value as people read it. */
  String shown(int number) throws IOException {
    String known = shown[number];
    if (known != null) return known;
    String fresh = lookUp(number);
    shown[number] = fresh;
    return fresh;
  }

  private String lookUp(int number) throws IOException {
    LeafReaderContext leaf = leaves.get(map.getFirstSegmentNumber(number));
    BytesRef key = BytesRef.deepCopyOf(of(leaf).lookupOrd(map.getFirstSegmentOrd(number)));
    return dimension.spelled() ? spelling(leaf.reader(), key) : key.utf8ToString();
  }

  private SortedSetDocValues of(LeafReaderContext leaf) throws IOException {
    return DocValues.getSortedSet(leaf.reader(), dimension.field());
  }

  private int[][] numbers(int[][] sets, LongValues inReader) {
    int[][] numbers = new int[sets.length][];
    numbers[0] = new int[] {count()};
    for (int set = 1; set < sets.length; set++) {
      numbers[set] = new int[sets[set].length];
      for (int i = 0; i < sets[set].length; i++) numbers[set][i] = (int) inReader.get(sets[set][i]);
    }
    return numbers;
  }

  private String spelling(LeafReader reader, BytesRef key) throws IOException {
    PostingsEnum postings = reader.postings(new Term(dimension.field(), key), PostingsEnum.NONE);
    int doc = postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
    var names = DocValues.getBinary(reader, IndexFields.spelling(dimension));
    return doc != DocIdSetIterator.NO_MORE_DOCS && names.advanceExact(doc)
        ? names.binaryValue().utf8ToString()
        : key.utf8ToString();
  }
}
