package worthwhile.search.lucene;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Scorable;
import worthwhile.search.PostingFacts;

/**
 * What lifts a match beside its words: score × (1 + 0.4 × 2^(−age / 7 days) + 0.3 × h / (h + 15)) ×
 * state, where h is the median pay per hour in USD (5 if not known) and state is 1 for open, 0.8
 * for evergreen and 0.6 for missing. Fresh, well paid work gains at most 1.7 times: words stay
 * decisive. Where there are no words, the score before is 1.
 */
final class Boost implements Keys {
  private static final float MOST = 1.71f;
  private static final int STEP_HOURS = 6;
  private static final float[] FRESHNESS = new float[60 * 24 / STEP_HOURS];

  static {
    for (int i = 0; i < FRESHNESS.length; i++)
      FRESHNESS[i] = (float) (0.4 * Math.pow(2, -i * STEP_HOURS / (7.0 * 24)));
  }

  private final NumericDocValues packed;
  private final long now;
  private final Scorable words;

  Boost(LeafReaderContext leaf, Scorable words, Instant now) throws IOException {
    this.words = words;
    this.packed = DocValues.getNumeric(leaf.reader(), IndexFields.BOOST);
    this.now = hour(now.toEpochMilli());
  }

  /** The hour of publication, the gain by pay in thousandths, and the state in tenths. */
  static long packed(PostingFacts facts) {
    double hourly = facts.hourly().orElse(5_000_000) / 1e6;
    long pay = Math.round(300 * hourly / (hourly + 15));
    long tenths =
        switch (facts.state()) {
          case OPEN -> 10;
          case EVERGREEN -> 8;
          case MISSING, CLOSED -> 6;
        };
    return hour(facts.posted().orElse(0)) << 16 | pay << 4 | tenths;
  }

  /** Positive floating point numbers are in the order of their bits. */
  @Override
  public long of(int doc, long least) throws IOException {
    float found = words.score();
    float score = found == 0 ? 1 : found;
    if (Float.floatToIntBits(score * MOST) < least) return UNKNOWN;
    return Float.floatToIntBits(score * factor(doc));
  }

  private float factor(int doc) throws IOException {
    long value = packed.advanceExact(doc) ? packed.longValue() : 10;
    long age = Math.max(0, now - (value >> 16)) / STEP_HOURS;
    float fresh = age < FRESHNESS.length ? FRESHNESS[(int) age] : 0;
    float pay = (value >> 4 & 0xfff) / 1000f;
    return (1 + fresh + pay) * (value & 0xf) / 10f;
  }

  private static long hour(long millis) {
    return Math.clamp(millis / 3_600_000, 0, 1L << 40);
  }
}
