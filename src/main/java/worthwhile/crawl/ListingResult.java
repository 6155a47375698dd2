package worthwhile.crawl;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.extract.Announcement;
import worthwhile.extract.Extraction;
import worthwhile.flow.RunOutcome;
import worthwhile.intake.BatchJudge;
import worthwhile.posting.Item;
import worthwhile.posting.Reason;
import worthwhile.source.PageRequest;

/**
 * What the listing pages of one run gave.
 *
 * @param outcome {@link RunOutcome.Read#ITEMS} or {@link RunOutcome.Read#EMPTY} when all pages were
 *     read
 * @param reason why it stopped; absent if all is well
 * @param items from all pages, in order
 * @param rejected rows that could not become items
 * @param details detail pages wanted, by item id
 * @param requests HTTP requests made
 * @param retryAfter how long the source wants to be left alone; absent if it did not say
 * @param whole whether the listing was read to its end, so that what was not seen is really not
 *     there
 * @param announced that the platform ends; absent if no page says so
 * @param listed how many rows stood there, whatever became of them
 */
record ListingResult(
    RunOutcome outcome,
    Optional<Reason> reason,
    List<Item> items,
    List<Extraction.Rejected> rejected,
    Map<String, PageRequest> details,
    int requests,
    Optional<Duration> retryAfter,
    boolean whole,
    Optional<Seen> announced,
    BatchJudge.Listed listed) {
  /** What the platform announces of its end, and the page on which it does. */
  record Seen(Announcement announcement, URI url) {}

  /** Ids of the items that rejected rows would have been, where the rows tell it. */
  List<String> unread() {
    return rejected.stream().map(Extraction.Rejected::id).flatMap(Optional::stream).toList();
  }

  /** The same, with this reason if it has none of its own. */
  ListingResult because(Optional<Reason> other) {
    return new ListingResult(
        outcome,
        reason.or(() -> other),
        items,
        rejected,
        details,
        requests,
        retryAfter,
        whole,
        announced,
        listed);
  }
}
