package worthwhile.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import worthwhile.search.Dimension;

/** The index as it was at one moment, with what every search on it needs. */
final class Snapshot extends IndexSearcher {
  private static final int LEAST_PER_THREAD = 50_000;

  private final List<SegmentColumns> columns = new ArrayList<>();
  private final Found.Memory memory = new Found.Memory();
  private final Map<Dimension, DimensionValues> values = new EnumMap<>(Dimension.class);

  private Snapshot(IndexReader reader, Executor executor, Segments segments) throws IOException {
    super(reader, executor);
    for (LeafReaderContext leaf : reader.leaves()) columns.add(segments.columns(leaf.reader()));
    for (Dimension dimension : Dimension.values())
      values.put(dimension, new DimensionValues(dimension, reader, columns));
  }

  /** What was found on this snapshot before. */
  Found.Memory memory() {
    return memory;
  }

  SegmentColumns columns(LeafReaderContext leaf) {
    return columns.get(leaf.ord);
  }

  DimensionValues values(Dimension dimension) {
    return values.get(dimension);
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
    private final Map<CacheKey, SegmentColumns> known = new ConcurrentHashMap<>();

    Segments(Executor executor) {
      this.executor = executor;
    }

    Snapshot of(IndexReader reader) throws IOException {
      return new Snapshot(reader, executor, this);
    }

    private SegmentColumns columns(LeafReader reader) throws IOException {
      CacheHelper cache = reader.getCoreCacheHelper();
      SegmentColumns columns = known.get(cache.getKey());
      if (columns != null) return columns;
      SegmentColumns fresh = new SegmentColumns(reader);
      known.put(cache.getKey(), fresh);
      cache.addClosedListener(known::remove);
      return fresh;
    }
  }
}
