package worthwhile.search.lucene.best;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import worthwhile.search.Apart;

/**
 * Keeps the best of many results: those that stand apart behind the others, then those with the
 * highest key, and of equal ones those with the lowest id. More are gathered than asked for, and
 * the worse ones dropped at once when there is no more room: a page far down the list then costs
 * little more than the first. Ids are read only where they decide.
 */
public final class Best {
  /**
   * A result; a higher key stands before a lower one.
   *
   * @param apart why it stands apart, as a set
   */
  public record Ranked(int apart, long key, BytesRef id, int doc) {
    public static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparingInt(Ranked::rank)
            .thenComparing(Comparator.comparingLong(Ranked::key).reversed())
            .thenComparing(Ranked::id);

    public int rank() {
      return Apart.rank(apart);
    }
  }

  /** Reads the id of a document. */
  public interface Ids {
    BytesRef of(int doc) throws IOException;
  }

  /** Room beside what is asked for, so that dropping pays. */
  private static final int SPARE = 100;

  private final int most;
  private final Ids ids;
  private final RankedRows rows;
  private int worst = Integer.MAX_VALUE;
  private long least = Long.MIN_VALUE;

  /** The id of the worst that is kept; null while it was of no matter. */
  private @Nullable BytesRef last;

  /** Keeps so many. */
  public Best(int most, Ids ids) {
    this.most = most;
    this.ids = ids;
    this.rows = new RankedRows(SPARE);
  }

  /** Whether results that stand apart so are of no use, whatever their key. */
  public boolean isBeyond(int apart) {
    return Apart.rank(apart) > worst;
  }

  /** A key below this one is of no use for a result that stands apart so. */
  public long least(int apart) {
    return Apart.rank(apart) < worst ? Long.MIN_VALUE : least;
  }

  /**
   * Offers a document of a segment.
   *
   * @param own reads ids in the segment, whose documents come in their order
   */
  public void offer(int apart, long key, BinaryDocValues own, int doc, int docBase)
      throws IOException {
    if (isBeyond(apart) || key < least(apart)) return;
    boolean isTied = last != null && key == least && Apart.rank(apart) == worst;
    if (isTied && (!own.advanceExact(doc) || own.binaryValue().compareTo(last) >= 0)) return;
    offer(apart, key, docBase + doc);
  }

  /** Offers a document of any segment. */
  public void offer(int apart, long key, int doc) throws IOException {
    rows.add(apart, key, doc);
    if (rows.size() >= 2 * most + SPARE) drop();
  }

  private void drop() throws IOException {
    last = rows.keep(most, ids);
    int at = rows.worst();
    worst = rows.rank(at);
    least = rows.key(at);
  }

  /** The best of several, best first, from a place in the list on. */
  public static List<Ranked> merged(Collection<Best> all, int from, int most, Ids ids)
      throws IOException {
    RankedRows rows = new RankedRows(all.stream().mapToInt(best -> best.rows.size()).sum());
    for (Best best : all) rows.addAll(best.rows);
    rows.keep(from + most, ids);
    if (from >= rows.size()) return List.of();
    rows.part(from, ids);
    Ranked[] page = rows.from(from, ids);
    Arrays.sort(page, Ranked.BEST_FIRST);
    return List.of(page);
  }
}
