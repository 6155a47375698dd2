package worthwhile.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;
import worthwhile.search.CountryLimit;
import worthwhile.search.Dimension;

/**
 * The same for countries: a posting that is open worldwide counts for each, and one that excludes
 * some, or whose platform does, is counted with those of the same limit.
 */
final class CountryTally extends Tally {
  private final DimensionValues values;
  private final List<String> keys;
  private final Map<CountryLimit, Counts> limited = new HashMap<>();
  private final Map<CountryLimit, boolean[]> chosen = new HashMap<>();
  private @Nullable Segment entered;

  private record Segment(LeafReaderContext leaf, SegmentColumns columns, CountryLimits limits) {}

  CountryTally(DimensionValues values, List<String> keys) {
    super(Dimension.COUNTRY, values, keys);
    this.values = values;
    this.keys = keys;
  }

  @Override
  void enter(LeafReaderContext next, SegmentColumns of) throws IOException {
    super.enter(next, of);
    entered = new Segment(next, of, new CountryLimits(next.reader(), of));
    chosen.clear();
  }

  private Segment segment() {
    return Objects.requireNonNull(entered, "a segment is entered before its postings are met");
  }

  private CountryLimits limits() {
    return segment().limits();
  }

  /** Whether a choice is made and a posting neither names a country nor the world. */
  boolean isOpen(int doc) {
    return chooses() && isEmpty(doc) && !isWorldwide(doc);
  }

  private boolean isWorldwide(int doc) {
    return isEmpty(doc) && (segment().columns().flags()[doc] & Flags.WORLDWIDE) != 0;
  }

  @Override
  boolean accepts(int doc) {
    if (!limits().isLimited(doc)) return super.accepts(doc);
    boolean[] sets = chosen.computeIfAbsent(limits().of(doc), this::chosenWithin);
    return sets[segment().columns().of(Dimension.COUNTRY).setOf()[doc]];
  }

  private boolean[] chosenWithin(CountryLimit limit) {
    int[][] sets = segment().columns().of(Dimension.COUNTRY).sets();
    List<String> left = limit.left(keys);
    return left.isEmpty()
        ? new boolean[sets.length]
        : values.chosenOf(segment().leaf(), sets, left);
  }

  @Override
  void count(int doc, boolean apart) {
    Counts into = limits().isLimited(doc) ? of(limits().of(doc)) : counts();
    if (isWorldwide(doc)) into.add(values.worldwide(), apart);
    else count(doc, into, apart);
  }

  @Override
  int[] numbers(int doc) {
    return isWorldwide(doc) ? new int[] {values.worldwide()} : super.numbers(doc);
  }

  boolean isDirect(int doc) {
    return limits().isDirect(doc);
  }

  CountryLimit limit(int doc) {
    return limits().isLimited(doc) ? limits().of(doc) : CountryLimit.NONE;
  }

  private Counts of(CountryLimit limit) {
    return limited.computeIfAbsent(limit, _ -> values.counts());
  }

  Map<CountryLimit, Counts> limited() {
    return limited;
  }
}
