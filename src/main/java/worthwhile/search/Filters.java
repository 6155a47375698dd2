package worthwhile.search;

import java.math.RoundingMode;
import java.time.Instant;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.Query;

/** The filters of a search that no facet counts: pay, time, reward and age. */
final class Filters {
  private Filters() {}

  static void add(BooleanQuery.Builder query, SearchQuery search, Instant now) {
    boolean unknown = search.includeUnknownPay();
    long highest = unknown ? Fields.NO_PAY : Fields.NO_PAY - 1;
    search
        .minHourly()
        .map(x -> PostingDocument.millionths(x, RoundingMode.CEILING))
        .ifPresent(x -> query.add(range(Fields.HOURLY, x, highest), Occur.FILTER));
    search
        .minReward()
        .map(x -> PostingDocument.millionths(x, RoundingMode.CEILING))
        .ifPresent(x -> query.add(range(Fields.REWARD, x, highest), Occur.FILTER));
    search
        .maxMinutes()
        .map(x -> x * 60_000L)
        .ifPresent(
            x -> query.add(range(Fields.DURATION, unknown ? Fields.NO_TIME : 0, x), Occur.FILTER));
    search
        .postedWithin()
        .map(age -> PostingDocument.millis(now.minus(age)))
        .ifPresent(x -> query.add(range(Fields.POSTED, x, Long.MAX_VALUE), Occur.FILTER));
    if (!unknown) query.add(range(Fields.PAYS, 1, 1), Occur.FILTER);
  }

  private static Query range(String field, long least, long most) {
    return new IndexOrDocValuesQuery(
        LongPoint.newRangeQuery(field, least, most),
        NumericDocValuesField.newSlowRangeQuery(field, least, most));
  }
}
