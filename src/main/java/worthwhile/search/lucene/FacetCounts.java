package worthwhile.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import worthwhile.search.Dimension;
import worthwhile.search.SearchResult.FacetCount;

/** The most frequent values of each dimension, by count and then by name. */
final class FacetCounts {
  private record Counted(int number, int count) {
    /** Least worth showing first; value numbers follow the order of names. */
    static final Comparator<Counted> WORST_FIRST =
        Comparator.comparingInt(Counted::count)
            .thenComparing(Comparator.comparingInt(Counted::number).reversed());
  }

  private FacetCounts() {}

  static Map<String, List<FacetCount>> of(Snapshot snapshot, Map<Dimension, int[]> counts)
      throws IOException {
    Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
    for (Dimension dimension : Dimension.values())
      facets.put(
          dimension.field(), top(snapshot.values(dimension), dimension, counts.get(dimension)));
    return facets;
  }

  private static List<FacetCount> top(DimensionValues values, Dimension dimension, int[] counts)
      throws IOException {
    int last = counts.length - 1;
    PriorityQueue<Counted> best = new PriorityQueue<>(Counted.WORST_FIRST);
    for (int number = 0; number < last; number++) {
      if (counts[number] == 0) continue;
      if (best.size() == dimension.shown() && counts[number] <= best.peek().count()) continue;
      best.add(new Counted(number, counts[number]));
      if (best.size() > dimension.shown()) best.poll();
    }
    List<FacetCount> shown = new ArrayList<>();
    long everybody = dimension.emptyMeansAny() ? counts[last] : 0;
    while (!best.isEmpty()) {
      Counted counted = best.poll();
      shown.add(new FacetCount(values.shown(counted.number()), counted.count() + everybody));
    }
    return List.copyOf(shown.reversed());
  }
}
