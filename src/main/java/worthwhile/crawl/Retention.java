package worthwhile.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import worthwhile.source.SourceDefinition;
import worthwhile.store.Store;

/**
 * Keeps to what the terms of some sources allow: what such a source has not shown anew within the
 * time that its definition declares goes from the store and the index, and so do its answers.
 *
 * <p>A posting first leaves the index and then the store, each step repeatable: a process killed in
 * between goes on where it stopped.
 */
public final class Retention {
  private final Store store;
  private final Indexer indexer;
  private final Clock clock;

  public Retention(Store store, Indexer indexer, Clock clock) {
    this.store = store;
    this.indexer = indexer;
    this.clock = clock;
  }

  /** Forgets what may no longer be kept. */
  public void keepTo(Collection<SourceDefinition> sources) {
    for (SourceDefinition source : sources)
      source.retention().ifPresent(longest -> keepTo(source.id(), longest));
  }

  private void keepTo(String source, Duration longest) {
    Instant before = clock.instant().minus(longest);
    indexer.catchUp();
    if (store.postings().forget(source, before, indexer.followed()) > 0) {
      indexer.catchUp();
      store.postings().forget(source, before, indexer.followed());
    }
    store.bodies().forget(source, before);
  }
}
