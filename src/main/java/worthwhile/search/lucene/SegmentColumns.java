package worthwhile.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import worthwhile.search.Dimension;
import worthwhile.search.NumberFact;
import worthwhile.source.Platform;
import worthwhile.source.card.OpenTo;

/**
 * What filters, facets and orders look at, of one segment, in plain arrays: a search without words
 * passes every posting, and an array is read several times faster than doc values. Takes 100 bytes
 * a posting.
 */
final class SegmentColumns {
  /**
   * The values of a dimension. Postings with the same values share a set; set 0 is the empty one.
   *
   * @param setOf number of the set, by document
   * @param sets numbers of the values in the segment, by set
   */
  record Choices(int[] setOf, int[][] sets) {}

  private final Map<NumberFact, long[]> numbers = new EnumMap<>(NumberFact.class);
  private final Map<Dimension, Choices> choices = new EnumMap<>(Dimension.class);
  private final byte[] flags;

  private final Function<String, Optional<Platform>> platforms;
  private volatile @Nullable Cards cards;
  private final Map<Integer, long[]> copies = new HashMap<>();

  SegmentColumns(LeafReader reader, Function<String, Optional<Platform>> platforms)
      throws IOException {
    for (NumberFact fact : NumberFact.values()) numbers.put(fact, column(reader, fact));
    for (Dimension dimension : Dimension.values())
      choices.put(
          dimension, choices(DocValues.getSortedSet(reader, dimension.field()), reader.maxDoc()));
    flags = new byte[reader.maxDoc()];
    NumericDocValues rare = DocValues.getNumeric(reader, IndexFields.FLAGS);
    while (rare.nextDoc() != DocIdSetIterator.NO_MORE_DOCS)
      flags[rare.docID()] = (byte) rare.longValue();
    readCopies(reader);
    this.platforms = platforms;
  }

  /** A number by document. */
  long[] of(NumberFact fact) {
    return Objects.requireNonNull(numbers.get(fact), "the constructor reads each number");
  }

  Choices of(Dimension dimension) {
    return Objects.requireNonNull(choices.get(dimension), "the constructor reads each dimension");
  }

  /**
   * Cards of the platforms, by the number of their set, which has one member.
   *
   * @param limited whether the platform is closed to some country
   */
  record Cards(List<Optional<Platform>> of, boolean[] limited) {}

  /** Read with the first search: a program that starts has its index before its cards. */
  Cards cards(LeafReader reader) throws IOException {
    if (cards != null) return cards;
    SortedSetDocValues values = DocValues.getSortedSet(reader, Dimension.PLATFORM.field());
    int[][] sets = of(Dimension.PLATFORM).sets();
    List<Optional<Platform>> read = new ArrayList<>();
    boolean[] limited = new boolean[sets.length];
    for (int[] set : sets) {
      Optional<Platform> card =
          set.length == 0
              ? Optional.empty()
              : platforms.apply(values.lookupOrd(set[0]).utf8ToString());
      limited[read.size()] = card.flatMap(Platform::openTo).filter(OpenTo::excludesAny).isPresent();
      read.add(card);
    }
    cards = new Cards(List.copyOf(read), limited);
    return cards;
  }

  private void readCopies(LeafReader reader) throws IOException {
    NumericDocValues tasks = DocValues.getNumeric(reader, IndexFields.TASK);
    NumericDocValues seen = DocValues.getNumeric(reader, IndexFields.SEEN);
    while (tasks.nextDoc() != DocIdSetIterator.NO_MORE_DOCS)
      copies.put(
          tasks.docID(),
          new long[] {
            tasks.longValue(), seen.advanceExact(tasks.docID()) ? seen.longValue() : Long.MAX_VALUE
          });
  }

  /** The number that all copies of a task share, of a posting that has some. */
  long task(int doc) {
    return copy(doc)[0];
  }

  /** When a posting was first seen that has copies. */
  long seen(int doc) {
    return copy(doc)[1];
  }

  private long[] copy(int doc) {
    return Objects.requireNonNull(copies.get(doc), "its flags say that it has copies");
  }

  /**
   * Number of closed postings.
   *
   * @param live those that are not deleted; null if none is
   */
  int closed(@Nullable Bits live) {
    int closed = 0;
    for (int doc = 0; doc < flags.length; doc++)
      if ((flags[doc] & Flags.CLOSED) != 0 && (live == null || live.get(doc))) closed++;
    return closed;
  }

  /** What {@link Flags} says, by document. */
  byte[] flags() {
    return flags;
  }

  private static long[] column(LeafReader reader, NumberFact fact) throws IOException {
    long[] column = new long[reader.maxDoc()];
    Arrays.fill(column, fact.unknown());
    NumericDocValues values = DocValues.getNumeric(reader, fact.field());
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS)
      column[values.docID()] = values.longValue();
    return column;
  }

  private static Choices choices(SortedSetDocValues values, int documents) throws IOException {
    int[] setOf = new int[documents];
    List<int[]> sets = new ArrayList<>(List.of(new int[0]));
    Map<List<Integer>, Integer> known = new HashMap<>();
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int n = values.docValueCount();
      List<Integer> set = new ArrayList<>(n);
      for (int i = 0; i < n; i++) set.add(Math.toIntExact(values.nextOrd()));
      setOf[values.docID()] =
          known.computeIfAbsent(
              set,
              fresh -> {
                sets.add(fresh.stream().mapToInt(Integer::intValue).toArray());
                return sets.size() - 1;
              });
    }
    return new Choices(setOf, sets.toArray(int[][]::new));
  }
}
