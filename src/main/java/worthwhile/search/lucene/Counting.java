package worthwhile.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import worthwhile.search.Apart;
import worthwhile.search.Dimension;
import worthwhile.search.Fit;
import worthwhile.search.NumberFact;
import worthwhile.search.NumberRange;
import worthwhile.search.PostingFacts;
import worthwhile.search.SearchQuery;
import worthwhile.search.Sort;
import worthwhile.search.lucene.best.Best;

/**
 * One pass over what the words let through: filters, keeps the best, and counts the values of each
 * dimension. A posting that fails the choice in exactly one dimension is no result, but is what
 * that dimension would show if its choice were dropped. Copies of tasks are put together when all
 * are met.
 */
final class Counting implements CollectorManager<Counting.Part, Counting.Counted> {
  /** Results of the page, and all that was counted. */
  record Counted(List<Best.Ranked> page, SearchTotals totals) {}

  private final Snapshot snapshot;
  private final SearchQuery search;
  private final Fit fit;
  private final long seenAfter;
  private final Instant now;
  private final long nowMillis;
  private final NumberRange[] ranges;
  private final int leftOut;

  /**
   * A pass.
   *
   * @param fit what the order goes by beside the postings
   * @param seenAfter of tasks with copies only those count that were first seen after it
   */
  Counting(
      Snapshot snapshot, SearchQuery search, Fit fit, Optional<Instant> seenAfter, Instant now) {
    this.snapshot = snapshot;
    this.search = search;
    this.fit = fit;
    this.seenAfter = seenAfter.map(PostingFacts::millis).orElse(Long.MIN_VALUE);
    this.now = now;
    this.nowMillis = PostingFacts.millis(now);
    this.ranges = NumberRange.of(search, now).toArray(NumberRange[]::new);
    this.leftOut = Apart.leftOut(search);
  }

  private Best best() {
    return new Best(search.page() * search.size(), snapshot::id);
  }

  @Override
  public Part newCollector() {
    return new Part();
  }

  @Override
  public Counted reduce(Collection<Part> parts) throws IOException {
    SearchTotals totals = new SearchTotals(snapshot, best());
    List<TaskCopies.Copy> copies = new ArrayList<>();
    List<Best> bests = new ArrayList<>(List.of(totals.best()));
    for (Part part : parts) {
      totals.add(part.totals);
      part.tallies.forEach(totals::add);
      copies.addAll(part.copies);
      bests.add(part.totals.best());
    }
    new TaskCopies(leftOut, seenAfter).addTo(totals, copies);
    int from = (search.page() - 1) * search.size();
    return new Counted(Best.merged(bests, from, search.size(), snapshot::id), totals);
  }

  /** The share of one thread. */
  final class Part implements Collector {
    private final SearchTotals totals = new SearchTotals(snapshot, best());
    private final List<Tally> tallies = new ArrayList<>();
    private final List<TaskCopies.Copy> copies = new ArrayList<>();
    private final CountryTally countries =
        new CountryTally(snapshot.values(Dimension.COUNTRY), Dimension.COUNTRY.chosen(search));

    Part() {
      for (Dimension dimension : Dimension.values())
        tallies.add(
            dimension == Dimension.COUNTRY
                ? countries
                : new Tally(dimension, snapshot.values(dimension), dimension.chosen(search)));
    }

    @Override
    public ScoreMode scoreMode() {
      return search.sort() == Sort.RELEVANCE ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      return new Segment(this, leaf);
    }
  }

  private final class Segment implements LeafCollector {
    private final SearchTotals totals;
    private final List<TaskCopies.Copy> copies;
    private final CountryTally countries;
    private final LeafReaderContext leaf;
    private final SegmentColumns columns;
    private final byte[] flags;
    private final long[] ends;
    private final long[][] numbers;
    private final Tally[] tallies;
    private final Tally[] choosing;
    private final BinaryDocValues ids;
    private @Nullable Keys scored;

    Segment(Part part, LeafReaderContext leaf) throws IOException {
      this.totals = part.totals;
      this.copies = part.copies;
      this.countries = part.countries;
      this.leaf = leaf;
      this.columns = snapshot.columns(leaf);
      this.flags = columns.flags();
      this.ends = columns.of(NumberFact.ENDS);
      this.numbers = new long[ranges.length][];
      for (int i = 0; i < ranges.length; i++) numbers[i] = columns.of(ranges[i].fact());
      this.tallies = part.tallies.toArray(Tally[]::new);
      for (Tally tally : tallies) tally.enter(leaf, columns);
      this.choosing = part.tallies.stream().filter(Tally::chooses).toArray(Tally[]::new);
      this.ids = DocValues.getBinary(leaf.reader(), IndexFields.ID);
    }

    @Override
    public void setScorer(Scorable scores) throws IOException {
      scored = Keys.of(search.sort(), fit, columns, leaf, scores, now);
    }

    private Keys keys() {
      return Objects.requireNonNull(scored, "Lucene hands over the scores before it collects");
    }

    @Override
    public void collect(int doc) throws IOException {
      int base = flags[doc] == 0 ? 0 : unoffered(doc);
      for (int i = 0; i < ranges.length; i++) {
        int tested = ranges[i].test(numbers[i][doc]);
        if (tested == NumberRange.FAILS) return;
        base |= tested;
      }
      Tally failed = null;
      for (Tally tally : choosing) {
        if (tally.accepts(doc)) continue;
        if (failed != null) return;
        failed = tally;
      }
      int apart = countries.isOpen(doc) ? base | Apart.COUNTRY_NOT_STATED.bit() : base;
      if ((flags[doc] & Flags.COPIED) != 0) copies.add(copy(doc, base, apart, failed));
      else if (failed == null) fits(doc, base, apart);
      else if (((failed == countries ? base : apart) & leftOut) == 0)
        failed.count(doc, (failed == countries ? base : apart) != 0);
    }

    /** Why it is no offer of this moment, as a set. */
    private int unoffered(int doc) {
      int flag = flags[doc];
      int apart = (flag & Flags.CLOSED) == 0 ? 0 : Apart.CLOSED.bit();
      if ((flag & Flags.FULL) != 0) apart |= Apart.FULL.bit();
      if ((flag & Flags.ENDS) == 0) return apart;
      if (ends[doc] < nowMillis) return apart | Apart.ENDED.bit();
      totals.ends(ends[doc]);
      return apart;
    }

    private void fits(int doc, int base, int apart) throws IOException {
      if ((apart & leftOut) != 0) {
        totals.leftOut(apart & leftOut);
        if ((base & leftOut) == 0) countries.count(doc, base != 0);
        return;
      }
      totals.found(apart);
      offer(doc, apart);
      for (Tally tally : tallies) tally.count(doc, (tally == countries ? base : apart) != 0);
    }

    private void offer(int doc, int apart) throws IOException {
      Best best = totals.best();
      if (best.isBeyond(apart)) return;
      long least = best.least(apart);
      long key = keys().of(doc, least);
      if (key >= least) best.offer(apart, key, ids, doc, leaf.docBase);
    }

    private TaskCopies.Copy copy(int doc, int base, int apart, @Nullable Tally failed)
        throws IOException {
      int[][] values = new int[tallies.length][];
      for (int i = 0; i < tallies.length; i++) values[i] = tallies[i].numbers(doc);
      boolean fits = failed == null && ids.advanceExact(doc);
      BytesRef id = fits ? BytesRef.deepCopyOf(ids.binaryValue()) : new BytesRef();
      long key = fits ? keys().of(doc, Long.MIN_VALUE) : Keys.UNKNOWN;
      return new TaskCopies.Copy(
          columns.task(doc),
          new Best.Ranked(apart, key, id, leaf.docBase + doc),
          base,
          Optional.ofNullable(failed).map(Tally::dimension),
          countries.isDirect(doc),
          columns.seen(doc),
          values,
          countries.limit(doc));
    }
  }
}
