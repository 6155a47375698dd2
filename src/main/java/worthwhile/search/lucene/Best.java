package worthwhile.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.util.BytesRef;
import worthwhile.search.Apart;

/**
 * Keeps the best of many results: those that stand apart behind the others, then those with the
 * highest key, and of equal ones those with the lowest id. Ids are read only for what can still be
 * among the best.
 */
final class Best {
  /**
   * A result; a higher key stands before a lower one.
   *
   * @param apart why it stands apart, as a set
   */
  record Ranked(int apart, long key, BytesRef id, int doc) {
    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparingInt(Ranked::rank)
            .thenComparing(Comparator.comparingLong(Ranked::key).reversed())
            .thenComparing(Ranked::id);

    int rank() {
      return Apart.rank(apart);
    }
  }

  private final int most;
  private final PriorityQueue<Ranked> worstFirst =
      new PriorityQueue<>(Ranked.BEST_FIRST.reversed());
  private int worst = Integer.MAX_VALUE;
  private long least = Long.MIN_VALUE;

  Best(int most) {
    this.most = most;
  }

  /** Whether results that stand apart so are of no use, whatever their key. */
  boolean isBeyond(int apart) {
    return Apart.rank(apart) > worst;
  }

  /** A key below this one is of no use for a result that stands apart so. */
  long least(int apart) {
    return Apart.rank(apart) < worst ? Long.MIN_VALUE : least;
  }

  void offer(int apart, long key, BinaryDocValues ids, int doc, int docBase) throws IOException {
    if (isBeyond(apart) || key < least(apart) || !ids.advanceExact(doc)) return;
    Ranked ranked = new Ranked(apart, key, ids.binaryValue(), docBase + doc);
    if (isFull() && Ranked.BEST_FIRST.compare(ranked, worstFirst.peek()) >= 0) return;
    offer(new Ranked(apart, key, BytesRef.deepCopyOf(ranked.id()), ranked.doc()));
  }

  void offer(Ranked ranked) {
    if (isFull()) {
      if (Ranked.BEST_FIRST.compare(ranked, worstFirst.peek()) >= 0) return;
      worstFirst.poll();
    }
    worstFirst.add(ranked);
    if (!isFull()) return;
    worst = worstFirst.peek().rank();
    least = worstFirst.peek().key();
  }

  private boolean isFull() {
    return worstFirst.size() == most;
  }

  /** The best of several, best first, from a place in the list on. */
  static List<Ranked> merged(Collection<Best> all, int from, int most) {
    List<Ranked> ranked = new ArrayList<>();
    for (Best best : all) ranked.addAll(best.worstFirst);
    return ranked.stream().sorted(Ranked.BEST_FIRST).skip(from).limit(most).toList();
  }
}
