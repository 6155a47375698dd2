package worthwhile.search.lucene;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import worthwhile.search.NumberFact;
import worthwhile.search.PostingFacts;
import worthwhile.search.Sort;

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
  static Keys of(
      Sort sort, SegmentColumns columns, LeafReaderContext leaf, Scorable scores, Instant now)
      throws IOException {
    return switch (sort) {
      case RELEVANCE -> new Boost(leaf, scores, now);
      case HOURLY -> amounts(columns.of(NumberFact.HOURLY), NumberFact.HOURLY.unknown());
      case REWARD -> amounts(columns.of(NumberFact.REWARD), NumberFact.REWARD.unknown());
      case NEWEST -> newest(columns.of(NumberFact.POSTED));
      case ENDING -> ends(columns.of(NumberFact.ENDS), PostingFacts.millis(now));
    };
  }

  private static Keys amounts(long[] amounts, long unknown) {
    return (doc, least) -> amounts[doc] == unknown ? UNKNOWN : amounts[doc];
  }

  private static Keys newest(long[] posted) {
    return (doc, least) -> posted[doc];
  }

  private static Keys ends(long[] ends, long now) {
    long unknown = NumberFact.ENDS.unknown();
    return (doc, least) -> ends[doc] < now || ends[doc] == unknown ? UNKNOWN : -ends[doc];
  }
}
