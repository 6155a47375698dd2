package worthwhile.alert.match;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * In how many postings each feature occurred, roughly: features share counters, so that a rare one
 * may be taken for a common one. Costs the same memory however many there are.
 */
final class Frequencies {
  private static final int COUNTERS = 1 << 16;

  /** So many postings are enough to tell common from rare. */
  private static final int ENOUGH = 1 << 20;

  private final AtomicIntegerArray counters = new AtomicIntegerArray(COUNTERS);

  /** Counts the features of one posting. */
  void count(Collection<String> features) {
    if (of(Features.EVERY) >= ENOUGH) return;
    // Two threads may count as one now and then: a rough number needs no better.
    for (String feature : features) {
      int at = counter(feature);
      counters.setPlain(at, counters.getPlain(at) + 1);
    }
  }

  int of(String feature) {
    return counters.getPlain(counter(feature));
  }

  private static int counter(String feature) {
    int hash = feature.hashCode() * 0x9E3779B9;
    return hash >>> 16;
  }
}
