package worthwhile.pay.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How much wider intervals must be to hold what they promise, from how far off estimates were.
 *
 * <p>What is left out as a whole counts the same, however much it is: every requester, since the
 * promise is made to those who meet the next one. Within it every batch counts the same, whatever
 * the number of its estimates.
 */
final class Calibration {
  /** Intervals of 80% that were right on the requesters at hand held some points less on others. */
  private static final double HELD = 0.84;

  /** How many parts' worth it is believed before that intervals are right as they are. */
  private static final double BELIEVED = 4;

  /**
   * How far off one estimate was.
   *
   * @param part what was left out as a whole: a requester's batches, mostly
   * @param halves distance of the truth from the median, by that of the interval's end on its side:
   *     within the interval up to 1
   */
  record Miss(int part, String batch, double halves) {}

  private record Weighed(double logHalves, double weight) {}

  private Calibration() {}

  /** The factor to multiply widths by: 1 if there is nothing to learn from. */
  static double factor(List<Miss> misses) {
    if (misses.isEmpty()) return 1;
    double parts = misses.stream().mapToInt(Miss::part).distinct().count();
    double share = parts / (parts + BELIEVED);
    return Training.rounded(Math.exp(share * quantile(weighed(misses))));
  }

  private static List<Weighed> weighed(List<Miss> misses) {
    List<Weighed> all = new ArrayList<>();
    for (List<Miss> own : misses.stream().collect(Collectors.groupingBy(Miss::part)).values()) {
      var batches = own.stream().collect(Collectors.groupingBy(Miss::batch)).values();
      for (List<Miss> batch : batches)
        for (Miss one : batch)
          all.add(
              new Weighed(
                  Math.log(Math.max(one.halves(), 1e-3)), 1.0 / batches.size() / batch.size()));
    }
    all.sort(Comparator.comparingDouble(Weighed::logHalves));
    return all;
  }

  /** Between two misses; each stands in the middle of its weight. */
  private static double quantile(List<Weighed> sorted) {
    double sought = HELD * sorted.stream().mapToDouble(Weighed::weight).sum();
    double before = 0;
    double last = 0;
    double lastAt = 0;
    boolean first = true;
    for (Weighed one : sorted) {
      double at = before + one.weight() / 2;
      if (at >= sought)
        return first
            ? one.logHalves()
            : last + (one.logHalves() - last) * (sought - lastAt) / (at - lastAt);
      before += one.weight();
      last = one.logHalves();
      lastAt = at;
      first = false;
    }
    return last;
  }
}
