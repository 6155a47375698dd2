package worthwhile;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import worthwhile.flow.Indexer;
import worthwhile.search.PostingIndex;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;
import worthwhile.text.FailureText;

/**
 * An instance's definitions, store and index opened side by side, each on a thread of its own: a
 * start waits for the slowest of them, not for their sum.
 */
final class Opening {
  private static final Executor BESIDE = Thread.ofPlatform().daemon().name("open")::start;

  private final Settings settings;
  private final Clock clock = Clock.systemUTC();
  private final CompletableFuture<Sources> sources;

  private Opening(Settings settings, Out out) {
    // What two threads log while the log itself is being opened is told with warnings of its own.
    ILoggerFactory _ = LoggerFactory.getILoggerFactory();
    this.settings = settings;
    this.sources = beside(() -> ChosenSources.load(settings, out));
  }

  /** Definitions and store. */
  static Instance small(Settings settings, Out out) {
    Opening opening = new Opening(settings, out);
    Store store = Instance.openStore(settings, opening.clock);
    try {
      return new Instance(settings, opening.clock, opening.sources.join(), store);
    } catch (CompletionException e) {
      store.close();
      throw told(e);
    }
  }

  /** The index too: what serving needs before its first page. */
  static Instance whole(Settings settings, Out out) {
    return new Opening(settings, out).whole();
  }

  private Instance whole() {
    // Its postings are asked for rates only when the instance is there to give them.
    CompletableFuture<Instance> opened = new CompletableFuture<>();
    CompletableFuture<PostingIndex> index =
        beside(
            () ->
                Instance.openIndex(
                    settings.data().resolve("index"),
                    clock,
                    () -> opened.join().rates(),
                    () -> opened.join().sources().synonyms(),
                    id -> opened.join().sources().platform(id)));
    Store store = null;
    try {
      store = Instance.openStore(settings, clock);
      Indexer indexer = new Indexer(store, index.join(), clock);
      Instance instance =
          new Instance(settings, clock, sources.join(), store, index.join(), indexer);
      opened.complete(instance);
      return instance;
    } catch (RuntimeException e) {
      index.thenAccept(PostingIndex::close).exceptionally(_ -> null).join();
      if (store != null) store.close();
      throw e instanceof CompletionException beside ? told(beside) : e;
    }
  }

  private static <T> CompletableFuture<T> beside(Supplier<T> part) {
    return CompletableFuture.supplyAsync(part, BESIDE);
  }

  private static UsageException told(CompletionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof UsageException usage
        ? usage
        : new UsageException(FailureText.of(cause));
  }
}
