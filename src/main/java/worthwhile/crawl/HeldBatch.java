package worthwhile.crawl;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import worthwhile.extract.Extraction;
import worthwhile.posting.Item;
import worthwhile.posting.Reason;
import worthwhile.store.source.Runs.Run;

/**
 * A batch that was held back, as its kept pages read today.
 *
 * @param run that was held back, and why
 * @param pages that it was read from; none if they are no longer kept
 * @param items rows that would come in
 * @param added items among them that are not known yet
 * @param changed items among them that are known otherwise
 * @param rejected rows that could not become items
 * @param trouble why the pages cannot be read; absent if they can
 */
public record HeldBatch(
    Run run,
    List<URI> pages,
    List<Item> items,
    int added,
    int changed,
    List<Extraction.Rejected> rejected,
    Optional<Reason> trouble) {
  public HeldBatch {
    pages = List.copyOf(pages);
    items = List.copyOf(items);
    rejected = List.copyOf(rejected);
  }

  /** Whether there is something to release. */
  public boolean isReadable() {
    return !pages.isEmpty() && trouble.isEmpty();
  }
}
