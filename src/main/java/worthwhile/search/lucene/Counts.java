package worthwhile.search.lucene;

/** How many results have each value of a dimension, and how many of those stand apart. */
final class Counts {
  private final int[] all;

  /** Empty until the first that stands apart: most searches meet none. */
  private int[] apart = new int[0];

  Counts(int values) {
    all = new int[values];
  }

  void add(int number, boolean standsApart) {
    all[number]++;
    if (standsApart) addApart(number);
  }

  private void addApart(int number) {
    if (apart.length == 0) apart = new int[all.length];
    apart[number]++;
  }

  void add(Counts other) {
    for (int i = 0; i < all.length; i++) all[i] += other.all[i];
    if (other.apart.length == 0) return;
    if (apart.length == 0) apart = new int[all.length];
    for (int i = 0; i < apart.length; i++) apart[i] += other.apart[i];
  }

  int all(int number) {
    return all[number];
  }

  /** Those that do not stand apart. */
  int sure(int number) {
    return apart.length == 0 ? all[number] : all[number] - apart[number];
  }
}
