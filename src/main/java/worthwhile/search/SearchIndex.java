package worthwhile.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.posting.Posting;

/**
 * The index of postings: can be lost and rebuilt from the store at any time. Safe for use by many
 * threads.
 *
 * <p>What is put is searchable within a second and, without {@link #commit}, on disk within a
 * minute; after a crash {@link #revision} says from where the store has to be read again.
 */
public final class SearchIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

  private final IndexFolder folder;
  private final Clock clock;
  private final Function<Posting, Optional<BigDecimal>> rewardUsd;
  private final Vocabulary vocabulary;
  private final ExecutorService threads;
  private final Refreshing refreshing;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock rebuilding = new ReentrantLock();
  private volatile Generation generation;
  private volatile boolean closing;

  /** Put while a rebuild runs, by id; null while none does. Guarded by {@link #writing}. */
  private Map<String, Posting> meanwhile;

  private SearchIndex(
      IndexFolder folder,
      Clock clock,
      Function<Posting, Optional<BigDecimal>> rewardUsd,
      Vocabulary vocabulary)
      throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.rewardUsd = rewardUsd;
    this.vocabulary = vocabulary;
    this.threads =
        Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            Thread.ofPlatform().daemon().name("search-", 0).factory());
    this.generation = Generation.open(folder.generation(folder.current()), threads, rewardUsd);
    this.refreshing = new Refreshing(this);
  }

  /**
   * Opens or creates the index in a folder; a broken or outdated one is emptied, not an error. The
   * reward of a posting is known where it is stated in USD.
   */
  public static SearchIndex open(Path folder, Clock clock) {
    return open(folder, clock, PostingDocument::statedUsd, List::of);
  }

  /**
   * Opens or creates the index in a folder.
   *
   * @param rewardUsd what a posting pays for one task or project, in USD; absent if not known
   * @param names groups of names, each of which finds all others of its group; asked for with the
   *     first search
   * @throws IndexInUse if another process has the index open
   */
  public static SearchIndex open(
      Path folder,
      Clock clock,
      Function<Posting, Optional<BigDecimal>> rewardUsd,
      Supplier<List<Set<String>>> names) {
    return open(folder, clock, rewardUsd, new Vocabulary(names));
  }

  /** An index of its own in another folder that searches as this one does. */
  public SearchIndex another(Path otherFolder) {
    return open(otherFolder, clock, rewardUsd, vocabulary);
  }

  private static SearchIndex open(
      Path folder,
      Clock clock,
      Function<Posting, Optional<BigDecimal>> rewardUsd,
      Vocabulary vocabulary) {
    try {
      IndexFolder opened = IndexFolder.open(folder);
      try {
        return new SearchIndex(opened, clock, rewardUsd, vocabulary);
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

  /** The store's revision up to which the index has everything; 0 for an empty index. */
  public long revision() {
    return generation.revision();
  }

  /**
   * Adds or replaces postings (closed ones are taken out) and notes the store's revision. Visible
   * to searches within a second.
   */
  public void put(Collection<Posting> postings, long revision) {
    put(postings, Set.of(), revision);
  }

  /**
   * The same, where some postings are no longer there at all.
   *
   * @param gone ids of postings to take out
   */
  public void put(Collection<Posting> postings, Set<String> gone, long revision) {
    writing.lock();
    try {
      generation.put(postings);
      generation.remove(gone);
      generation.note(revision);
      if (meanwhile != null) {
        postings.forEach(posting -> meanwhile.put(posting.id(), posting));
        gone.forEach(id -> meanwhile.put(id, null));
      }
      refreshing.soon();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    } finally {
      writing.unlock();
    }
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
      generation.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Builds a new index from these postings while the old one serves, then swaps. What is put in the
   * meantime is in the new one too. If it fails, the old one goes on serving.
   *
   * @param postings each posting once
   * @param revision the store's revision when they were read
   */
  public void rebuild(Stream<Posting> postings, long revision) {
    rebuilding.lock();
    try {
      gatherPuts(true);
      Generation next = null;
      try {
        long number = folder.current() + 1;
        IndexFolder.remove(folder.generation(number));
        next = Generation.open(folder.generation(number), threads, rewardUsd);
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

  /** Number of postings in the index. */
  public long size() {
    return generation.size();
  }

  /** Runs a search. */
  public SearchResult search(SearchQuery query) {
    long started = System.nanoTime();
    return on(
        current -> {
          Snapshot snapshot = current.acquire();
          try {
            return new Searching(snapshot, query, clock.instant(), vocabulary).run(started);
          } finally {
            current.release(snapshot);
          }
        });
  }

  /** Gives up a rebuild, commits and closes; nothing may be called afterwards. */
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
  void crash() throws IOException {
    refreshing.close();
    generation.abandon();
    folder.close();
    threads.shutdown();
  }

  private void gatherPuts(boolean gather) {
    writing.lock();
    try {
      meanwhile = gather ? new LinkedHashMap<>() : null;
    } finally {
      writing.unlock();
    }
  }

  private void fill(Generation next, Stream<Posting> postings) throws IOException {
    for (Iterator<Posting> all = postings.iterator(); all.hasNext(); ) {
      if (closing) throw new IllegalStateException("The index was closed while it was rebuilt");
      next.add(all.next());
    }
  }

  private void swap(Generation next, long number, long revision) throws IOException {
    writing.lock();
    try {
      next.put(meanwhile.values().stream().filter(Objects::nonNull).toList());
      for (var each : meanwhile.entrySet())
        if (each.getValue() == null) next.remove(Set.of(each.getKey()));
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
      IndexFolder.remove(unused.folder());
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
