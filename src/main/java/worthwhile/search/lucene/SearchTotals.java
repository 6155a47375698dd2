package worthwhile.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import worthwhile.search.Apart;
import worthwhile.search.CountryLimit;
import worthwhile.search.Dimension;
import worthwhile.search.lucene.best.Best;

/** What a search counted. */
final class SearchTotals {
  private final Snapshot snapshot;
  private final Best best;
  private final Map<Dimension, Counts> counts = new EnumMap<>(Dimension.class);
  private final Map<CountryLimit, Counts> limited = new HashMap<>();
  private final int[] groups = new int[Apart.values().length];
  private final List<List<TaskCopies.Offer>> offers = new ArrayList<>();
  private long total;
  private long until = Long.MAX_VALUE;

  SearchTotals(Snapshot snapshot, Best best) {
    this.snapshot = snapshot;
    this.best = best;
  }

  Best best() {
    return best;
  }

  /** A result is counted; why it stands apart, as a set. */
  void found(int apart) {
    total++;
    if (apart != 0) groups[Apart.rank(apart) - 1]++;
  }

  void found(Best.Ranked ranked) throws IOException {
    found(ranked.apart());
    best.offer(ranked.apart(), ranked.key(), ranked.doc());
  }

  /** What would be a result did it not stand apart so. */
  void leftOut(int apart) {
    groups[Apart.rank(apart) - 1]++;
  }

  /** These numbers hold until the first of some last days is over. */
  void ends(long millis) {
    until = Math.min(until, millis);
  }

  /** Adds what a thread counted, and may go on with its numbers: it counts no more. */
  void add(Tally tally) {
    counts.merge(tally.dimension(), tally.counts(), SearchTotals::sum);
    if (tally instanceof CountryTally countries)
      countries.limited().forEach((limit, own) -> limited.merge(limit, own, SearchTotals::sum));
  }

  private static Counts sum(Counts counts, Counts further) {
    counts.add(further);
    return counts;
  }

  void add(SearchTotals other) {
    total += other.total;
    until = Math.min(until, other.until);
    for (int i = 0; i < groups.length; i++) groups[i] += other.groups[i];
  }

  /** Counts of a dimension; of countries those of the postings with this limit. */
  Counts counts(Dimension dimension, CountryLimit limit) {
    return limit.equals(CountryLimit.NONE)
        ? counts(dimension)
        : limited.computeIfAbsent(limit, _ -> snapshot.values(dimension).counts());
  }

  Counts counts(Dimension dimension) {
    return counts.computeIfAbsent(dimension, _ -> snapshot.values(dimension).counts());
  }

  /** A task is offered to different countries by its copies. */
  void offered(List<TaskCopies.Offer> copies) {
    offers.add(copies);
  }

  List<List<TaskCopies.Offer>> offers() {
    return offers;
  }

  Map<CountryLimit, Counts> limited() {
    return limited;
  }

  long total() {
    return total;
  }

  /** How many stand apart, and why. */
  Map<Apart, Long> groups() {
    Map<Apart, Long> all = new EnumMap<>(Apart.class);
    for (Apart apart : Apart.values()) all.put(apart, (long) groups[apart.ordinal()]);
    return all;
  }

  long until() {
    return until;
  }
}
