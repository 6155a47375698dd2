package worthwhile.search;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;
import org.apache.lucene.search.SortField;

/** The orders of a result list in the index's terms. */
final class Orders {
  private static final SortField BY_ID = new SortField(Fields.ID, SortField.Type.STRING_VAL);

  private Orders() {}

  static org.apache.lucene.search.Sort of(Sort sort, Instant now) {
    long moment = PostingDocument.millis(now);
    SortField first =
        switch (sort) {
          case RELEVANCE -> SortField.FIELD_SCORE;
          case HOURLY -> highestFirst(Fields.HOURLY);
          case REWARD -> highestFirst(Fields.REWARD);
          case NEWEST -> new SortField(Fields.POSTED, SortField.Type.LONG, true);
          case ENDING ->
              new Mapped(Fields.ENDS, "from " + moment, x -> x >= moment ? x : Long.MAX_VALUE)
                  .getSortField(false);
        };
    return new org.apache.lucene.search.Sort(first, BY_ID);
  }

  private static SortField highestFirst(String field) {
    return new Mapped(field, "unknown last", x -> x == Fields.NO_PAY ? -1 : x).getSortField(true);
  }

  /** A number field seen through a function; what is absent counts as the highest number. */
  private static final class Mapped extends LongValuesSource {
    private final String field;
    private final String name;
    private final LongUnaryOperator mapping;

    Mapped(String field, String name, LongUnaryOperator mapping) {
      this.field = field;
      this.name = name;
      this.mapping = mapping;
    }

    @Override
    public LongValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
      NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), field);
      return new LongValues() {
        private long value;

        @Override
        public long longValue() {
          return value;
        }

        @Override
        public boolean advanceExact(int doc) throws IOException {
          value =
              mapping.applyAsLong(numbers.advanceExact(doc) ? numbers.longValue() : Long.MAX_VALUE);
          return true;
        }
      };
    }

    @Override
    public boolean needsScores() {
      return false;
    }

    @Override
    public LongValuesSource rewrite(IndexSearcher searcher) {
      return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return DocValues.isCacheable(leaf, field);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mapped mapped
          && mapped.field.equals(field)
          && mapped.name.equals(name);
    }

    @Override
    public int hashCode() {
      return Objects.hash(field, name);
    }

    @Override
    public String toString() {
      return field + " " + name;
    }
  }
}
