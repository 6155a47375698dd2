package worthwhile.search;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;

/** What an order compares: a number for each posting of a segment, the highest first. */
interface Keys {
  /** Below every key that is known. */
  long UNKNOWN = Long.MIN_VALUE;

  /**
   * The key of a posting; anything below {@code least} if it is below that, which may be quicker to
   * say.
   */
  long of(int doc, long least) throws IOException;

  /** The keys of an order in a segment. */
  static Keys of(Sort sort, Columns columns, LeafReaderContext leaf, Scorable scores, Instant now)
      throws IOException {
    Columns.Numbers numbers = columns.numbers();
    return switch (sort) {
      case RELEVANCE -> new Boost(leaf, scores, now);
      case HOURLY -> amounts(numbers.hourly());
      case REWARD -> amounts(numbers.reward());
      case NEWEST -> (doc, least) -> numbers.posted()[doc];
      case ENDING -> ends(numbers.ends(), PostingDocument.millis(now));
    };
  }

  private static Keys amounts(long[] amounts) {
    return (doc, least) -> amounts[doc] == Fields.NO_PAY ? UNKNOWN : amounts[doc];
  }

  private static Keys ends(long[] ends, long now) {
    return (doc, least) -> ends[doc] < now || ends[doc] == Fields.NO_END ? UNKNOWN : -ends[doc];
  }
}
