package worthwhile.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** The index as it was at one moment, with what every search on it needs. */
final class Snapshot extends IndexSearcher {
  private final Map<Dimension, Values> values = new EnumMap<>(Dimension.class);

  Snapshot(IndexReader reader, Executor executor) throws IOException {
    super(reader, executor);
    for (Dimension dimension : Dimension.values())
      values.put(dimension, new Values(dimension, reader));
  }

  Values values(Dimension dimension) {
    return values.get(dimension);
  }
}
