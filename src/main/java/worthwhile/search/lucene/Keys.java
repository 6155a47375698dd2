package worthwhile.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Scorable;
import worthwhile.search.Dimension;
import worthwhile.search.Fit;
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
      Sort sort,
      Fit fit,
      SegmentColumns columns,
      LeafReaderContext leaf,
      Scorable scores,
      Instant now)
      throws IOException {
    return switch (sort) {
      case RELEVANCE -> new Boost(leaf, scores, now);
      case HOURLY -> amounts(columns.of(NumberFact.HOURLY), NumberFact.HOURLY.unknown());
      case REWARD -> amounts(columns.of(NumberFact.REWARD), NumberFact.REWARD.unknown());
      case NEWEST -> newest(columns.of(NumberFact.POSTED));
      case BEST -> fit.isNothing() ? worth(columns) : new Fitting(fit, columns, leaf);
      case ENDING -> ends(columns.of(NumberFact.ENDS), PostingFacts.millis(now));
    };
  }

  private static Keys amounts(long[] amounts, long unknown) {
    return (doc, least) -> amounts[doc] == unknown ? UNKNOWN : amounts[doc];
  }

  private static Keys worth(SegmentColumns columns) {
    return amounts(columns.of(NumberFact.WORTH), NumberFact.WORTH.unknown());
  }

  private static Keys newest(long[] posted) {
    return (doc, least) -> posted[doc];
  }

  private static Keys ends(long[] ends, long now) {
    long unknown = NumberFact.ENDS.unknown();
    return (doc, least) -> ends[doc] < now || ends[doc] == unknown ? UNKNOWN : -ends[doc];
  }

  /**
   * The worth of a posting times its fit. Postings with the same values share a set, so the fit of
   * each set is worked out once for a segment.
   */
  final class Fitting implements Keys {
    private final long[] worth;
    private final long[] durations;
    private final Fit fit;
    private final int[][] setOf;
    private final double[][] shares;

    Fitting(Fit fit, SegmentColumns columns, LeafReaderContext leaf) throws IOException {
      this.fit = fit;
      this.worth = columns.of(NumberFact.WORTH);
      this.durations = columns.of(NumberFact.DURATION);
      List<Dimension> points = List.of(Dimension.LANGUAGE, Dimension.PLATFORM, Dimension.DEVICE);
      this.setOf = new int[points.size()][];
      this.shares = new double[points.size()][];
      for (int i = 0; i < shares.length; i++) {
        SegmentColumns.Choices choices = columns.of(points.get(i));
        setOf[i] = choices.setOf();
        shares[i] = shares(points.get(i), choices.sets(), leaf);
      }
    }

    private double[] shares(Dimension dimension, int[][] sets, LeafReaderContext leaf)
        throws IOException {
      SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), dimension.field());
      double[] each = new double[sets.length];
      for (int set = 0; set < sets.length; set++) {
        List<String> keys = new ArrayList<>(sets[set].length);
        for (int value : sets[set]) keys.add(values.lookupOrd(value).utf8ToString());
        each[set] = fit.share(dimension, keys);
      }
      return each;
    }

    @Override
    public long of(int doc, long least) {
      long most = worth[doc];
      if (most == NumberFact.WORTH.unknown() || most < least) return UNKNOWN;
      double share = 1;
      for (int i = 0; i < shares.length; i++) share *= shares[i][setOf[i][doc]];
      return (long) (most * (share * fit.time(durations[doc])));
    }
  }
}
