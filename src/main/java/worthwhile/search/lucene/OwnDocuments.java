package worthwhile.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import worthwhile.posting.Posting;
import worthwhile.search.PostingFacts;
import worthwhile.search.lucene.text.Analysis;
import worthwhile.source.Platform;

/**
 * One reader's own postings as an index in memory, which only her searches look into: nothing of it
 * can reach the results, counts or spellings of others. It is let go, not closed.
 */
final class OwnDocuments {
  private final DirectoryReader reader;
  private final List<SegmentColumns> columns = new ArrayList<>();

  private OwnDocuments(DirectoryReader reader, Function<String, Optional<Platform>> platforms)
      throws IOException {
    this.reader = reader;
    for (LeafReaderContext leaf : reader.leaves())
      columns.add(new SegmentColumns(leaf.reader(), platforms));
  }

  static OwnDocuments of(
      List<Posting> postings,
      Function<Posting, PostingFacts> facts,
      Function<String, Optional<Platform>> platforms) {
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(Analysis.TEXTS))) {
      for (Posting posting : postings)
        writer.addDocument(PostingDocument.of(posting, facts.apply(posting)));
      writer.commit();
      return new OwnDocuments(DirectoryReader.open(memory), platforms);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail", e);
    }
  }

  boolean isEmpty() {
    return reader.numDocs() == 0;
  }

  /** A reader of an index and of these, to be closed; both stay open. */
  MultiReader with(IndexReader index) throws IOException {
    return new MultiReader(new IndexReader[] {index, reader}, false);
  }

  List<SegmentColumns> columns() {
    return columns;
  }
}
