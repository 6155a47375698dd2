package worthwhile.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * Keeps the best of many results: those with the highest key, and of equal ones those with the
 * lowest id. Ids are read only for what can still be among the best.
 */
final class Best {
  /** A result; a higher key stands before a lower one. */
  record Ranked(long key, BytesRef id, int doc) {
    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparingLong(Ranked::key).reversed().thenComparing(Ranked::id);
  }

  private final int most;
  private final PriorityQueue<Ranked> worstFirst =
      new PriorityQueue<>(Ranked.BEST_FIRST.reversed());
  private long least = Long.MIN_VALUE;

  Best(int most) {
    this.most = most;
  }

  /** A key below this one is of no use. */
  long least() {
    return least;
  }

  void offer(long key, BinaryDocValues ids, int doc, int docBase) throws IOException {
    if (key < least || !ids.advanceExact(doc)) return;
    Ranked ranked = new Ranked(key, ids.binaryValue(), docBase + doc);
    if (worstFirst.size() == most) {
      if (Ranked.BEST_FIRST.compare(ranked, worstFirst.peek()) >= 0) return;
      worstFirst.poll();
    }
    worstFirst.add(new Ranked(key, BytesRef.deepCopyOf(ranked.id()), ranked.doc()));
    if (worstFirst.size() == most) least = worstFirst.peek().key();
  }

  /** The best of several, best first, from a place in the list on. */
  static List<Ranked> merged(Collection<Best> all, int from, int most) {
    List<Ranked> ranked = new ArrayList<>();
    for (Best best : all) ranked.addAll(best.worstFirst);
    return ranked.stream().sorted(Ranked.BEST_FIRST).skip(from).limit(most).toList();
  }
}
