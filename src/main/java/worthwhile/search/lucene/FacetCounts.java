package worthwhile.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import worthwhile.search.CountryLimit;
import worthwhile.search.Dimension;
import worthwhile.search.SearchResult.FacetCount;

/** The most frequent values of each dimension, by count and then by name. */
final class FacetCounts {
  private record Counted(int number, int count, int sure) {
    /** Least worth showing first; value numbers follow the order of names. */
    static final Comparator<Counted> WORST_FIRST =
        Comparator.comparingInt(Counted::count)
            .thenComparing(Comparator.comparingInt(Counted::number).reversed());
  }

  private final SearchTotals totals;
  private final boolean onlyNamed;

  private FacetCounts(SearchTotals totals, boolean onlyNamed) {
    this.totals = totals;
    this.onlyNamed = onlyNamed;
  }

  /**
   * The facets of a search.
   *
   * @param onlyNamed whether a country's results must name it
   */
  static Map<String, List<FacetCount>> of(Snapshot snapshot, SearchTotals totals, boolean onlyNamed)
      throws IOException {
    FacetCounts facets = new FacetCounts(totals, onlyNamed);
    Map<String, List<FacetCount>> all = new LinkedHashMap<>();
    for (Dimension dimension : Dimension.values())
      all.put(dimension.field(), facets.top(dimension, snapshot.values(dimension)));
    return all;
  }

  private List<FacetCount> top(Dimension dimension, DimensionValues values) throws IOException {
    PriorityQueue<Counted> best = new PriorityQueue<>(Counted.WORST_FIRST);
    for (int number = 0; number < values.count(); number++) {
      int least = best.size() < dimension.shown() ? 0 : best.peek().count();
      if (dimension != Dimension.COUNTRY && count(dimension, values, number) <= least) continue;
      Counted counted = counted(dimension, values, number);
      if (counted.count() <= least) continue;
      best.add(counted);
      if (best.size() > dimension.shown()) best.poll();
    }
    List<FacetCount> shown = new ArrayList<>();
    while (!best.isEmpty()) {
      Counted counted = best.poll();
      Long sure = counted.sure() == counted.count() ? null : (Long) (long) counted.sure();
      shown.add(new FacetCount(values.shown(counted.number()), counted.count(), sure));
    }
    return List.copyOf(shown.reversed());
  }

  private Counted counted(Dimension dimension, DimensionValues values, int number)
      throws IOException {
    if (dimension == Dimension.COUNTRY) return country(values, number);
    Counts counts = totals.counts(dimension);
    int none = dimension.emptyMeansAny() ? counts.sure(values.none()) : 0;
    return new Counted(number, count(dimension, values, number), counts.sure(number) + none);
  }

  /** A value is shown where a result says it; then all count that a choice of it would find. */
  private int count(Dimension dimension, DimensionValues values, int number) {
    Counts counts = totals.counts(dimension);
    int own = counts.all(number);
    return own == 0 || !dimension.emptyMeansAny() ? own : own + counts.all(values.none());
  }

  private Counted country(DimensionValues values, int number) throws IOException {
    List<Counts> open = new ArrayList<>(List.of(totals.counts(Dimension.COUNTRY)));
    boolean plain = totals.limited().isEmpty() && totals.offers().isEmpty();
    String code = plain ? "" : values.shown(number);
    if (!plain) {
      for (Map.Entry<CountryLimit, Counts> limited : totals.limited().entrySet())
        if (!limited.getKey().excludes(code)) open.add(limited.getValue());
    }
    int own = 0;
    int count = 0;
    int sure = 0;
    for (Counts counts : open) {
      own += counts.all(number);
      count += counts.all(number) + counts.all(values.worldwide());
      if (!onlyNamed) count += counts.all(values.none());
      sure += counts.sure(number) + counts.sure(values.worldwide());
    }
    for (List<TaskCopies.Offer> task : totals.offers()) {
      List<TaskCopies.Offer> left =
          task.stream().filter(offer -> !offer.limit().excludes(code)).toList();
      List<TaskCopies.Offer> named =
          left.stream()
              .filter(offer -> offer.has(number) || offer.has(values.worldwide()))
              .toList();
      if (left.stream().anyMatch(offer -> offer.has(number))) own++;
      if (!named.isEmpty() || (!onlyNamed && left.stream().anyMatch(o -> o.has(values.none()))))
        count++;
      if (named.stream().anyMatch(offer -> !offer.apart())) sure++;
    }
    return own == 0 ? new Counted(number, 0, 0) : new Counted(number, count, sure);
  }
}
