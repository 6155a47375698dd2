package worthwhile.intake;

import java.util.List;

/**
 * How many rows the last complete runs of a source had. What a listing loses by chance follows from
 * how much its own counts vary, and at least from what any count varies: a board that always shows
 * 40 does not have 20 by chance, one that shows 60 one day and 100 the next may well have 60.
 */
final class UsualRows {
  /** Deviations from the median that chance alone passes about once in a thousand runs. */
  private static final int FAR = 3;

  /** The median of deviations is this part of a standard deviation, where chance makes them. */
  private static final double OF_MEDIAN_DEVIATION = 1.4826;

  private final List<Integer> counts;

  /**
   * For counts in any order.
   *
   * @param earlier those of 0 rows say nothing and are left out
   */
  UsualRows(List<Integer> earlier) {
    counts = earlier.stream().filter(count -> count > 0).sorted().toList();
  }

  int runs() {
    return counts.size();
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  int median() {
    return counts.get(counts.size() / 2);
  }

  /**
   * Whether a run has so few rows that chance does not explain it. A quarter of the runs may have
   * had as few already and prove nothing: so many are those that lacked the same before this one.
   */
  boolean isBeyondChance(int rows) {
    int few = counts.get(Math.max(1, counts.size() / 4));
    double spread = Math.max(Math.sqrt(median()), OF_MEDIAN_DEVIATION * medianDeviation());
    return rows < few && median() - rows > FAR * spread;
  }

  private int medianDeviation() {
    List<Integer> deviations =
        counts.stream().map(count -> Math.abs(count - median())).sorted().toList();
    return deviations.get(deviations.size() / 2);
  }
}
