package worthwhile.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.posting.Posting;
import worthwhile.search.PostingFacts;
import worthwhile.search.lucene.text.Analysis;
import worthwhile.source.Platform;
import worthwhile.store.sql.Folders;

/** One Lucene index: its writer, and the searchers that see what was written. */
final class Generation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private static final String VERSION = "version";
  private static final String REVISION = "revision";
  private static final String ORIGIN = "origin";
  private static final double BUFFER_MB = 48;

  private final Path folder;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Function<Posting, PostingFacts> facts;
  private volatile long revision;
  private volatile String origin;

  private Generation(
      Path folder,
      FSDirectory directory,
      IndexWriter writer,
      SearcherManager searchers,
      Function<Posting, PostingFacts> facts) {
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
    this.facts = facts;
    Map<String, String> last = committed(writer);
    this.revision = Long.parseLong(last.getOrDefault(REVISION, "0"));
    this.origin = last.getOrDefault(ORIGIN, "");
  }

  /** Opens what is in a folder; what cannot be used is replaced by an empty index. */
  static Generation open(
      Path folder,
      Executor executor,
      Function<Posting, PostingFacts> facts,
      Function<String, Optional<Platform>> platforms)
      throws IOException {
    Optional<String> unusable = Usability.problem(folder, VERSION, Analysis.version());
    if (unusable.isPresent()) {
      LOG.warn("The index in {} is emptied and must be filled again: {}", folder, unusable.get());
      Folders.remove(folder);
    }
    return fresh(folder, executor, facts, platforms);
  }

  private static Generation fresh(
      Path folder,
      Executor executor,
      Function<Posting, PostingFacts> facts,
      Function<String, Optional<Platform>> platforms)
      throws IOException {
    FSDirectory directory = FSDirectory.open(folder);
    IndexWriter writer = null;
    try {
      writer = new IndexWriter(directory, settings());
      SearcherManager searchers = new SearcherManager(writer, snapshots(executor, platforms));
      Generation generation = new Generation(folder, directory, writer, searchers, facts);
      generation.note(generation.revision);
      return generation;
    } catch (IOException | RuntimeException e) {
      if (writer != null) writer.rollback();
      directory.close();
      throw e;
    }
  }

  private static IndexWriterConfig settings() {
    return new IndexWriterConfig(Analysis.TEXTS)
        .setOpenMode(OpenMode.CREATE_OR_APPEND)
        .setRAMBufferSizeMB(BUFFER_MB)
        .setCommitOnClose(true);
  }

  private static SearcherFactory snapshots(
      Executor executor, Function<String, Optional<Platform>> platforms) {
    Snapshot.Segments segments = new Snapshot.Segments(executor, platforms);
    return new SearcherFactory() {
      @Override
      public IndexSearcher newSearcher(IndexReader reader, IndexReader before) throws IOException {
        return segments.of(reader);
      }
    };
  }

  Path folder() {
    return folder;
  }

  long revision() {
    return revision;
  }

  /** Adds or replaces postings; takes out those that closed before this time. */
  void put(Collection<Posting> postings, long since) throws IOException {
    for (Posting posting : postings) {
      PostingFacts known = facts.apply(posting);
      Term id = new Term(IndexFields.ID, known.id());
      if (isGone(posting, known, since)) writer.deleteDocuments(id);
      else writer.updateDocument(id, PostingDocument.of(posting, known));
    }
  }

  void remove(Collection<String> ids) throws IOException {
    for (String id : ids) writer.deleteDocuments(new Term(IndexFields.ID, id));
  }

  private static boolean isGone(Posting posting, PostingFacts known, long since) {
    return known.closed() && PostingDocument.lastSeen(posting).orElse(Long.MIN_VALUE) < since;
  }

  /** Takes out those that closed before this time. */
  void forgetClosed(long since) throws IOException {
    writer.deleteDocuments(LongPoint.newRangeQuery(IndexFields.CLOSED, Long.MIN_VALUE, since - 1));
  }

  /** Adds a posting that is known not to be there, unless it closed before this time. */
  void add(Posting posting, long since) throws IOException {
    PostingFacts known = facts.apply(posting);
    if (!isGone(posting, known, since)) writer.addDocument(PostingDocument.of(posting, known));
  }

  String origin() {
    return origin;
  }

  /** Whether the writer gave up because of a file that it could not read or write. */
  boolean isBroken() {
    return writer.getTragicException() != null;
  }

  /** Remembers up to where the store is in the index; the next commit makes it last. */
  void note(long storeRevision) {
    revision = storeRevision;
    note();
  }

  /** Remembers where its postings come from; the next commit makes it last. */
  void note(String postingsFrom) {
    origin = postingsFrom;
    note();
  }

  private void note() {
    writer.setLiveCommitData(
        Map.of(VERSION, Analysis.version(), REVISION, Long.toString(revision), ORIGIN, origin)
            .entrySet());
  }

  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  void commit() throws IOException {
    writer.commit();
  }

  /** Postings that are not closed; of those put just now closed ones may be counted. */
  long size() throws IOException {
    Snapshot snapshot = acquire();
    try {
      return (long) writer.getDocStats().numDocs - snapshot.closed();
    } finally {
      release(snapshot);
    }
  }

  /** A snapshot to be given back; throws AlreadyClosedException once this generation is closed. */
  Snapshot acquire() throws IOException {
    return (Snapshot) searchers.acquire();
  }

  void release(Snapshot snapshot) throws IOException {
    searchers.release(snapshot);
  }

  /** Gives up what was written since the last commit, as a crash would. */
  void abandon() throws IOException {
    searchers.close();
    writer.rollback();
    directory.close();
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }

  private static Map<String, String> committed(IndexWriter writer) {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
    if (entries != null) entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    return data;
  }

  /** Whether what lies in a folder can be gone on with. */
  private static final class Usability {
    static Optional<String> problem(Path folder, String key, String expected) throws IOException {
      try (FSDirectory directory = FSDirectory.open(folder)) {
        if (directory.listAll().length == 0 || !DirectoryReader.indexExists(directory))
          return directory.listAll().length == 0
              ? Optional.empty()
              : Optional.of("it holds no complete commit");
        String version = SegmentInfos.readLatestCommit(directory).getUserData().get(key);
        if (!expected.equals(version))
          return Optional.of("it has version " + version + ", this program needs " + expected);
        DirectoryReader.open(directory).close();
        return Optional.empty();
      } catch (java.nio.file.AccessDeniedException e) {
        throw e;
      } catch (IOException | IllegalArgumentException e) {
        return Optional.of("it is broken (" + e + ")");
      }
    }
  }
}
