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
 * <p>What is forgotten stands as such in the change log, from which every index learns of it, also
 * one whose node was down.
 */
public final class Retention {
  private final Store store;
  private final Runnable tell;
  private final Clock clock;

  /**
   * Keeps this store to it.
   *
   * @param tell what is to happen after something was forgotten: followers of the changes catch up
   */
  public Retention(Store store, Runnable tell, Clock clock) {
    this.store = store;
    this.tell = tell;
    this.clock = clock;
  }

  /** Forgets what may no longer be kept. */
  public void keepTo(Collection<SourceDefinition> sources) {
    for (SourceDefinition source : sources)
      source.retention().ifPresent(longest -> keepTo(source.id(), longest));
  }

  private void keepTo(String source, Duration longest) {
    Instant now = clock.instant();
    if (store.postings().forget(source, now.minus(longest), now) > 0) tell.run();
    store.bodies().forget(source, now.minus(longest));
  }
}
