package worthwhile.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
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
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * The values of one dimension over all segments of a reader, numbered in their order. Built when a
 * reader opens, so that no search pays for it.
 */
final class Values {
  private final Dimension dimension;
  private final List<LeafReaderContext> leaves;
  private final OrdinalMap map;

  Values(Dimension dimension, IndexReader reader) throws IOException {
    this.dimension = dimension;
    this.leaves = reader.leaves();
    SortedSetDocValues[] segments = new SortedSetDocValues[leaves.size()];
    for (int i = 0; i < segments.length; i++) segments[i] = of(leaves.get(i));
    this.map = OrdinalMap.build(null, segments, PackedInts.DEFAULT);
  }

  int count() {
    return Math.toIntExact(map.getValueCount());
  }

  SortedSetDocValues of(LeafReaderContext leaf) throws IOException {
    return DocValues.getSortedSet(leaf.reader(), dimension.field());
  }

  /** From the numbers of a segment to those of the reader. */
  LongValues numbers(LeafReaderContext leaf) {
    return map.getGlobalOrds(leaf.ord);
  }

  /** The numbers, within a segment, of the values chosen. */
  FixedBitSet chosen(LeafReaderContext leaf, Collection<String> keys) throws IOException {
    SortedSetDocValues values = of(leaf);
    FixedBitSet chosen = new FixedBitSet(Math.toIntExact(values.getValueCount()) + 1);
    for (String key : keys) {
      long number = values.lookupTerm(new BytesRef(key));
      if (number >= 0) chosen.set(Math.toIntExact(number));
    }
    return chosen;
  }

  /** A value as people read it. */
  String shown(int number) throws IOException {
    LeafReaderContext leaf = leaves.get(map.getFirstSegmentNumber(number));
    BytesRef key = BytesRef.deepCopyOf(of(leaf).lookupOrd(map.getFirstSegmentOrd(number)));
    return dimension.spelled() ? spelling(leaf.reader(), key) : key.utf8ToString();
  }

  private String spelling(LeafReader reader, BytesRef key) throws IOException {
    PostingsEnum postings = reader.postings(new Term(dimension.field(), key), PostingsEnum.NONE);
    int doc = postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
    var names = DocValues.getBinary(reader, dimension.nameField());
    return doc != DocIdSetIterator.NO_MORE_DOCS && names.advanceExact(doc)
        ? names.binaryValue().utf8ToString()
        : key.utf8ToString();
  }
}
