package worthwhile.search.lucene.best;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** The same id for whatever document is asked for. */
final class OneId extends BinaryDocValues {
  private final BytesRef id;

  OneId(BytesRef id) {
    this.id = id;
  }

  @Override
  public BytesRef binaryValue() {
    return id;
  }

  @Override
  public boolean advanceExact(int target) {
    return true;
  }

  @Override
  public int docID() {
    return DocIdSetIterator.NO_MORE_DOCS;
  }

  @Override
  public int nextDoc() {
    return DocIdSetIterator.NO_MORE_DOCS;
  }

  @Override
  public int advance(int target) {
    return DocIdSetIterator.NO_MORE_DOCS;
  }

  @Override
  public long cost() {
    return 1;
  }
}
