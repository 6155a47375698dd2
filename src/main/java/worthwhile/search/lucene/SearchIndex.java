package worthwhile.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.posting.Posting;
import worthwhile.search.Besides;
import worthwhile.search.Offered;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingIndex;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.Vocabulary;
import worthwhile.search.lucene.text.LuceneVocabulary;
import worthwhile.source.Platform;
import worthwhile.store.sql.Folders;

/** The index of postings in Lucene, in a folder that one process has for itself. */
public final class SearchIndex implements PostingIndex {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

  /** Readers whose own postings are kept ready, some hundred kilobytes each. */
  private static final int MOST_OWNED = 100;

  private static final Duration OWNED_FOR = Duration.ofMinutes(10);

  /**
   * Lucene says at every start that vectors would be faster with an incubating module; the index
   * has no vectors. Kept here because a logger that nobody holds loses its level.
   */
  private static final java.util.logging.Logger VECTORS =
      java.util.logging.Logger.getLogger(
          "org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTORS.setLevel(java.util.logging.Level.SEVERE);
  }

  private final IndexFolder folder;
  private final Clock clock;
  private final Function<Posting, Optional<BigDecimal>> rewardUsd;
  private final LuceneVocabulary vocabulary;
  private final Function<String, Optional<Platform>> platforms;
  private final ExecutorService threads;
  private final Refreshing refreshing;
  private final Cache<String, OwnDocuments> owned =
      Caffeine.newBuilder().maximumSize(MOST_OWNED).expireAfterAccess(OWNED_FOR).build();
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock rebuilding = new ReentrantLock();
  private volatile Generation generation;
  private volatile boolean closing;

  /** Whether a rebuild runs. Guarded by {@link #writing}. */
  private boolean gathering;

  /** Put while a rebuild runs, by id; absent what was removed. Guarded by {@link #writing}. */
  private final Map<String, Optional<Posting>> meanwhile = new LinkedHashMap<>();

  private SearchIndex(
      IndexFolder folder,
      Clock clock,
      Function<Posting, Optional<BigDecimal>> rewardUsd,
      LuceneVocabulary vocabulary,
      Function<String, Optional<Platform>> platforms)
      throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.rewardUsd = rewardUsd;
    this.vocabulary = vocabulary;
    this.platforms = platforms;
    this.threads =
        Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            Thread.ofPlatform().daemon().name("search-", 0).factory());
    this.generation = open(folder.current());
    this.refreshing = new Refreshing(this::refresh, this::flush);
  }

  /**
   * Opens or creates the index in a folder; a broken or outdated one is emptied, not an error. The
   * reward of a posting is known where it is stated in USD.
   */
  public static SearchIndex open(Path folder, Clock clock) {
    return open(folder, clock, PostingFacts::statedReward, List::of);
  }

  /** As below, where no platform has a card. */
  public static SearchIndex open(
      Path folder,
      Clock clock,
      Function<Posting, Optional<BigDecimal>> rewardUsd,
      Supplier<List<Set<String>>> names) {
    return open(folder, clock, rewardUsd, names, _ -> Optional.empty());
  }

  /**
   * Opens or creates the index in a folder.
   *
   * @param rewardUsd what a posting pays for one task or project, in USD; absent if not known
   * @param names groups of names, each of which finds all others of its group; asked for with the
   *     first search
   * @param platforms cards by id
   * @throws IndexInUse if another process has the index open
   */
  public static SearchIndex open(
      Path folder,
      Clock clock,
      Function<Posting, Optional<BigDecimal>> rewardUsd,
      Supplier<List<Set<String>>> names,
      Function<String, Optional<Platform>> platforms) {
    try {
      IndexFolder opened = IndexFolder.open(folder);
      try {
        return new SearchIndex(opened, clock, rewardUsd, new LuceneVocabulary(names), platforms);
      } catch (IOException | RuntimeException e) {
        opened.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The index in %s cannot be opened: %s. Delete it; it is built anew from the database."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /**
   * Copies an index, as it was last committed, into another folder, while another process goes on
   * writing it.
   */
  public static void copy(Path folder, Path into) {
    try {
      IndexFolder.copy(folder, into);
    } catch (IOException e) {
      throw new UncheckedIOException("The index in " + folder + " cannot be copied", e);
    }
  }

  @Override
  public long revision() {
    return generation.revision();
  }

  @Override
  public String origin() {
    return generation.origin();
  }

  @Override
  public void note(String origin) {
    writing.lock();
    try {
      generation.note(origin);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public boolean isBroken() {
    return generation.isBroken();
  }

  @Override
  public Optional<String> damage() {
    return damage(folder.path());
  }

  /** The same of an index in a folder, whoever has it open; absent if there is none. */
  public static Optional<String> damage(Path folder) {
    try {
      return Checksums.mismatch(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The index in " + folder + " cannot be read", e);
    }
  }

  @Override
  public void put(Collection<Posting> postings, Set<String> gone, long revision) {
    writing.lock();
    try {
      generation.put(postings, closedSince());
      generation.remove(gone);
      generation.note(revision);
      if (gathering) {
        postings.forEach(posting -> meanwhile.put(posting.id(), Optional.of(posting)));
        gone.forEach(id -> meanwhile.put(id, Optional.empty()));
      }
      refreshing.soon();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void show() {
    if (refreshing.isWatched()) refresh();
  }

  @Override
  public void flush() {
    refresh();
    commit();
  }

  /** Makes everything put so far visible to the next search. */
  public void refresh() {
    on(
        current -> {
          current.refresh();
          return true;
        });
  }

  /** Makes everything put so far survive a crash. */
  public void commit() {
    writing.lock();
    try {
      generation.forgetClosed(closedSince());
      generation.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void rebuild(Stream<Posting> postings, long revision) {
    rebuilding.lock();
    try {
      gatherPuts(true);
      Generation next = null;
      try {
        long number = folder.current() + 1;
        Folders.remove(folder.generation(number));
        next = open(number);
        fill(next, postings);
        swap(next, number, revision);
        next = null;
      } finally {
        gatherPuts(false);
        if (next != null) drop(next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be rebuilt; the old one is in use", e);
    } finally {
      rebuilding.unlock();
    }
  }

  @Override
  public long size() {
    refreshing.searching();
    return on(Generation::size);
  }

  @Override
  public long bytes() {
    try {
      return folder.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be looked at: " + e.getMessage(), e);
    }
  }

  @Override
  public SearchResult search(SearchQuery query) {
    return look(
        snapshot -> searching(snapshot, query, Viewer.ANYBODY).run(false, System.nanoTime()));
  }

  @Override
  public SearchResult searchOrRelax(SearchQuery query) {
    return among(query, Viewer.ANYBODY);
  }

  private SearchResult among(SearchQuery query, Viewer viewer) {
    return look(snapshot -> searching(snapshot, query, viewer).run(true, System.nanoTime()));
  }

  @Override
  public SearchResult searchOrRelax(SearchQuery query, Besides own) {
    return besides(query, own, Viewer.ANYBODY);
  }

  @Override
  public SearchResult searchFor(SearchQuery query, Viewer viewer) {
    return viewer
        .own()
        .map(besides -> besides(query, besides, viewer))
        .orElseGet(() -> among(query, viewer));
  }

  private SearchResult besides(SearchQuery query, Besides own, Viewer viewer) {
    long started = System.nanoTime();
    OwnDocuments documents =
        owned.get(own.key(), _ -> OwnDocuments.of(own.postings().get(), this::facts, platforms));
    if (documents.isEmpty()) return among(query, viewer);
    return look(
        snapshot -> {
          try (MultiReader both = documents.with(snapshot.getIndexReader())) {
            return searching(snapshot.with(both, documents), query, viewer).run(true, started);
          }
        });
  }

  private Searching searching(Snapshot snapshot, SearchQuery query, Viewer viewer) {
    return new Searching(snapshot, query, viewer, clock.instant(), vocabulary);
  }

  private interface Look<T> {
    T into(Snapshot snapshot) throws IOException;
  }

  private <T> T look(Look<T> look) {
    refreshing.searching();
    return on(
        current -> {
          Snapshot snapshot = current.acquire();
          try {
            return look.into(snapshot);
          } finally {
            current.release(snapshot);
          }
        });
  }

  @Override
  public List<Offered> offered() {
    return look(Snapshot::offered);
  }

  @Override
  public Map<String, Long> openByPlatform() {
    return look(Snapshot::openByPlatform);
  }

  @Override
  public PostingFacts facts(Posting posting) {
    Optional<Platform> card = Optional.ofNullable(posting.job().platform()).flatMap(platforms);
    return PostingFacts.of(posting, rewardUsd.apply(posting), vocabulary, card);
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public void close() {
    closing = true;
    refreshing.close();
    rebuilding.lock();
    writing.lock();
    try {
      generation.close();
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be closed", e);
    } finally {
      writing.unlock();
      rebuilding.unlock();
      threads.shutdown();
    }
  }

  /** Closes without a commit: what the next process meets is what a crash would leave. */
  public void crash() throws IOException {
    refreshing.close();
    generation.abandon();
    folder.close();
    threads.shutdown();
  }

  private Generation open(long number) throws IOException {
    return Generation.open(folder.generation(number), threads, this::facts, platforms);
  }

  /** Closed postings of which the last that was seen is older are not kept. */
  private long closedSince() {
    return PostingFacts.millis(clock.instant().minus(PostingIndex.CLOSED_FOR));
  }

  private void gatherPuts(boolean gather) {
    writing.lock();
    try {
      gathering = gather;
      meanwhile.clear();
    } finally {
      writing.unlock();
    }
  }

  private void fill(Generation next, Stream<Posting> postings) throws IOException {
    for (Iterator<Posting> all = postings.iterator(); all.hasNext(); ) {
      if (closing) throw new IllegalStateException("The index was closed while it was rebuilt");
      next.add(all.next(), closedSince());
    }
  }

  private void swap(Generation next, long number, long revision) throws IOException {
    writing.lock();
    try {
      next.put(meanwhile.values().stream().flatMap(Optional::stream).toList(), closedSince());
      for (var each : meanwhile.entrySet())
        if (each.getValue().isEmpty()) next.remove(Set.of(each.getKey()));
      next.note(meanwhile.isEmpty() ? revision : Math.max(revision, generation.revision()));
      next.commit();
      next.refresh();
      folder.use(number);
      Generation old = generation;
      generation = next;
      drop(old);
    } finally {
      writing.unlock();
    }
  }

  /** What cannot be deleted now goes when the folder is next opened. */
  private static void drop(Generation unused) {
    try {
      unused.abandon();
      Folders.remove(unused.folder());
    } catch (IOException e) {
      LOG.warn("The unused index in {} cannot be deleted now", unused.folder(), e);
    }
  }

  private interface Use<T> {
    T of(Generation generation) throws IOException;
  }

  /** A generation may be swapped for the next one between the look at it and its use. */
  private <T> T on(Use<T> use) {
    for (; ; ) {
      Generation current = generation;
      try {
        return use.of(current);
      } catch (AlreadyClosedException e) {
        if (current == generation) throw e;
      } catch (IOException e) {
        throw new UncheckedIOException("The index cannot be read; `reindex` writes it anew", e);
      }
    }
  }
}
