package worthwhile.search.lucene.best;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import worthwhile.search.Apart;
import worthwhile.search.lucene.best.Best.Ranked;

/** Results in arrays of numbers, in no order, of which the best can be told from the others. */
final class RankedRows {
  private int[] aparts;
  private long[] keys;
  private int[] docs;
  private int size;

  RankedRows(int room) {
    aparts = new int[room];
    keys = new long[room];
    docs = new int[room];
  }

  int size() {
    return size;
  }

  int rank(int at) {
    return Apart.rank(aparts[at]);
  }

  long key(int at) {
    return keys[at];
  }

  void add(int apart, long key, int doc) {
    if (size == docs.length) grow(Math.max(16, 2 * size));
    aparts[size] = apart;
    keys[size] = key;
    docs[size++] = doc;
  }

  void addAll(RankedRows others) {
    for (int i = 0; i < others.size; i++) add(others.aparts[i], others.keys[i], others.docs[i]);
  }

  private void grow(int room) {
    aparts = Arrays.copyOf(aparts, room);
    keys = Arrays.copyOf(keys, room);
    docs = Arrays.copyOf(docs, room);
  }

  /**
   * Drops all but the best.
   *
   * @return the id of the worst that is kept, where ids decided which is; else null
   */
  @Nullable BytesRef keep(int most, Best.Ids ids) throws IOException {
    if (size <= most) return null;
    BytesRef last = part(most, ids);
    size = most;
    return last;
  }

  /**
   * Puts the best to the front, so many of them.
   *
   * @return the id of the worst of them, where ids decided which they are; else null
   */
  @Nullable BytesRef part(int front, Best.Ids ids) throws IOException {
    if (front <= 0 || front >= size) return null;
    select(front);
    int low = gather(0, front, front, true);
    if (low == front) return null;
    int high = gather(front, size, front, false);
    Ranked[] tied = ranked(low, high, ids);
    Arrays.sort(tied, Comparator.comparing(Ranked::id));
    for (int i = 0; i < tied.length; i++) put(low + i, tied[i]);
    return tied[front - 1 - low].id();
  }

  /** Brings what is equal to a row to one end of a stretch; where it then begins or ends. */
  private int gather(int from, int to, int like, boolean toEnd) {
    int rank = rank(like);
    long key = keys[like];
    int edge = toEnd ? to : from;
    for (int i = toEnd ? to - 1 : from; toEnd ? i >= from : i < to; i += toEnd ? -1 : 1)
      if (keys[i] == key && rank(i) == rank) swap(i, toEnd ? --edge : edge++);
    return edge;
  }

  /** Puts the one that belongs at a place there, none behind it that is better (Hoare). */
  private void select(int place) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int rank = rank(middle);
      long key = keys[middle];
      int i = low;
      int j = high;
      while (i <= j) {
        while (compare(i, rank, key) < 0) i++;
        while (compare(j, rank, key) > 0) j--;
        if (i <= j) swap(i++, j--);
      }
      if (place <= j) high = j;
      else if (place >= i) low = i;
      else return;
    }
  }

  private int compare(int at, int rank, long key) {
    int own = rank(at);
    return own != rank ? Integer.compare(own, rank) : Long.compare(key, keys[at]);
  }

  private void swap(int i, int j) {
    if (i == j) return;
    int apart = aparts[i];
    long key = keys[i];
    int doc = docs[i];
    aparts[i] = aparts[j];
    keys[i] = keys[j];
    docs[i] = docs[j];
    aparts[j] = apart;
    keys[j] = key;
    docs[j] = doc;
  }

  /** The place of the worst, whatever the ids. */
  int worst() {
    int worst = 0;
    for (int i = 1; i < size; i++) if (compare(i, rank(worst), keys[worst]) > 0) worst = i;
    return worst;
  }

  /** RankedRows from a place on, with their ids. */
  Ranked[] from(int from, Best.Ids ids) throws IOException {
    return ranked(from, size, ids);
  }

  private Ranked[] ranked(int from, int to, Best.Ids ids) throws IOException {
    Ranked[] all = new Ranked[to - from];
    for (int i = from; i < to; i++)
      all[i - from] = new Ranked(aparts[i], keys[i], ids.of(docs[i]), docs[i]);
    return all;
  }

  private void put(int at, Ranked row) {
    aparts[at] = row.apart();
    keys[at] = row.key();
    docs[at] = row.doc();
  }
}
