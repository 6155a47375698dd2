package worthwhile.search.lucene;

/** How many results have each value of a dimension, and how many of those stand apart. */
final class Counts {
  private final int[] all;
  private final int[] apart;

  Counts(int values) {
    all = new int[values];
    apart = new int[values];
  }

  void add(int number, boolean standsApart) {
    all[number]++;
    if (standsApart) apart[number]++;
  }

  void add(Counts other) {
    for (int i = 0; i < all.length; i++) {
      all[i] += other.all[i];
      apart[i] += other.apart[i];
    }
  }

  int all(int number) {
    return all[number];
  }

  /** Those that do not stand apart. */
  int sure(int number) {
    return all[number] - apart[number];
  }
}
