package worthwhile.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Posting;
import worthwhile.posting.Warning;
import worthwhile.search.Dimension;
import worthwhile.search.NumberFact;
import worthwhile.search.Offered;
import worthwhile.source.Platform;

/** The index as it was at one moment, with what every search on it needs. */
final class Snapshot extends IndexSearcher {
  private static final int LEAST_PER_THREAD = 50_000;

  /** Postings kept as they were read: some pages of what most people ask for. */
  private static final int READ_AT_MOST = 400;

  /** How grave the gravest warning of a dangerous posting is. */
  private static final long DANGER = Warning.Severity.DANGER.ordinal() + 1L;

  private static final Set<String> ONLY_JSON = Set.of(IndexFields.JSON);

  private final List<SegmentColumns> columns;
  private final Found.Memory memory = new Found.Memory();
  private final Cache<Integer, Posting> read =
      Caffeine.newBuilder().maximumSize(READ_AT_MOST).build();
  private final Map<Dimension, DimensionValues> values = new EnumMap<>(Dimension.class);

  private final Executor executor;
  private volatile int closed = -1;
  private volatile @Nullable Map<String, Long> openByPlatform;

  private Snapshot(IndexReader reader, Executor executor, List<SegmentColumns> columns)
      throws IOException {
    super(reader, executor);
    this.executor = executor;
    this.columns = columns;
    for (Dimension dimension : Dimension.values())
      values.put(dimension, new DimensionValues(dimension, reader, columns));
  }

  /**
   * The same with a reader's own documents behind its own.
   *
   * @param both a reader of both, which is to be closed after the search
   */
  Snapshot with(IndexReader both, OwnDocuments own) throws IOException {
    List<SegmentColumns> all = new ArrayList<>(columns);
    all.addAll(own.columns());
    return new Snapshot(both, executor, all);
  }

  /** What was found on this snapshot before. */
  Found.Memory memory() {
    return memory;
  }

  /** The posting of a document as others see it. */
  Posting posting(StoredFields stored, int document) throws IOException {
    Posting known = read.getIfPresent(document);
    if (known != null) return known;
    Posting posting =
        PostingDocument.posting(
                stored.document(document, ONLY_JSON).getBinaryValue(IndexFields.JSON))
            .offered();
    read.put(document, posting);
    return posting;
  }

  /** The id of a document's posting. */
  BytesRef id(int document) throws IOException {
    LeafReaderContext leaf = leafContexts.get(ReaderUtil.subIndex(document, leafContexts));
    BinaryDocValues ids = DocValues.getBinary(leaf.reader(), IndexFields.ID);
    return ids.advanceExact(document - leaf.docBase)
        ? BytesRef.deepCopyOf(ids.binaryValue())
        : new BytesRef();
  }

  /** Every posting as figures count it. */
  List<Offered> offered() throws IOException {
    List<Offered> all = new ArrayList<>(getIndexReader().numDocs());
    List<Optional<String>> platforms = shown(Dimension.PLATFORM);
    List<Optional<String>> categories = shown(Dimension.CATEGORY);
    for (LeafReaderContext leaf : getIndexReader().leaves()) {
      SegmentColumns of = columns(leaf);
      Bits live = leaf.reader().getLiveDocs();
      NumericDocValues seen = DocValues.getNumeric(leaf.reader(), IndexFields.SEEN);
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++)
        if (live == null || live.get(doc))
          all.add(
              new Offered(
                  platforms.get(values(Dimension.PLATFORM).first(leaf, of, doc)),
                  categories.get(values(Dimension.CATEGORY).first(leaf, of, doc)),
                  known(of.of(NumberFact.HOURLY)[doc]),
                  seen.advanceExact(doc) ? OptionalLong.of(seen.longValue()) : OptionalLong.empty(),
                  (of.flags()[doc] & Flags.COPIED) == 0 ? 0 : of.task(doc),
                  of.of(NumberFact.SEVERITY)[doc] == DANGER));
    }
    return all;
  }

  private static OptionalLong known(long hourly) {
    return hourly == NumberFact.HOURLY.unknown() ? OptionalLong.empty() : OptionalLong.of(hourly);
  }

  /** The values of a dimension as people read them, by number, and nothing for none of them. */
  private List<Optional<String>> shown(Dimension dimension) throws IOException {
    DimensionValues numbered = values(dimension);
    List<Optional<String>> shown = new ArrayList<>(numbered.count() + 1);
    for (int number = 0; number < numbered.count(); number++)
      shown.add(Optional.of(numbered.shown(number)));
    shown.add(Optional.empty());
    return shown;
  }

  /** Number of postings that are closed; counted once. */
  int closed() {
    if (closed < 0) {
      int count = 0;
      for (LeafReaderContext leaf : getIndexReader().leaves())
        count += columns(leaf).closed(leaf.reader().getLiveDocs());
      closed = count;
    }
    return closed;
  }

  /** Number of postings that are not closed, by platform; counted once. */
  Map<String, Long> openByPlatform() throws IOException {
    Map<String, Long> known = openByPlatform;
    if (known != null) return known;
    DimensionValues platforms = values(Dimension.PLATFORM);
    long[] counts = new long[platforms.count() + 1];
    for (LeafReaderContext leaf : getIndexReader().leaves()) {
      SegmentColumns of = columns(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < of.flags().length; doc++)
        if ((of.flags()[doc] & Flags.CLOSED) == 0 && (live == null || live.get(doc)))
          counts[platforms.first(leaf, of, doc)]++;
    }
    Map<String, Long> open = new HashMap<>();
    for (int number = 0; number < platforms.count(); number++)
      if (counts[number] > 0) open.put(platforms.shown(number), counts[number]);
    openByPlatform = open;
    return open;
  }

  SegmentColumns columns(LeafReaderContext leaf) {
    return columns.get(leaf.ord);
  }

  DimensionValues values(Dimension dimension) {
    return Objects.requireNonNull(values.get(dimension), "the constructor numbers each dimension");
  }

  /** An even share for every processor: large segments are divided, small ones go together. */
  @Override
  protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
    int documents = leaves.stream().mapToInt(leaf -> leaf.reader().maxDoc()).sum();
    int share = Math.ceilDiv(documents, Runtime.getRuntime().availableProcessors());
    return slices(leaves, Math.max(LEAST_PER_THREAD, share), Integer.MAX_VALUE, true);
  }

  /** Makes snapshots; what belongs to a segment is kept as long as a snapshot has that segment. */
  static final class Segments {
    private final Executor executor;
    private final Function<String, Optional<Platform>> platforms;
    private final Map<CacheKey, SegmentColumns> known = new ConcurrentHashMap<>();

    Segments(Executor executor, Function<String, Optional<Platform>> platforms) {
      this.executor = executor;
      this.platforms = platforms;
    }

    Snapshot of(IndexReader reader) throws IOException {
      List<SegmentColumns> columns = new ArrayList<>();
      for (LeafReaderContext leaf : reader.leaves()) columns.add(columns(leaf.reader()));
      return new Snapshot(reader, executor, columns);
    }

    private SegmentColumns columns(LeafReader reader) throws IOException {
      CacheHelper cache = reader.getCoreCacheHelper();
      SegmentColumns columns = known.get(cache.getKey());
      if (columns != null) return columns;
      SegmentColumns fresh = new SegmentColumns(reader, platforms);
      known.put(cache.getKey(), fresh);
      cache.addClosedListener(known::remove);
      return fresh;
    }
  }
}
