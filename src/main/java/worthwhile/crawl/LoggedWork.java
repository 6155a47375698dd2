package worthwhile.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import worthwhile.intake.Change;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingState;
import worthwhile.store.Runs.Run;
import worthwhile.store.Store;

/**
 * Brings what consenting workers logged into the pay of open postings, and takes it out again when
 * one of them takes her consent back. Postings whose pay stays the same are not written.
 */
public final class LoggedWork {
  /** Postings looked at in one pass, those of the newest work first. */
  private static final int MOST = 2_000;

  /** Under what such a pass stands among the runs. */
  private static final String SOURCE = "workers-logs";

  private final Store store;
  private final Pricing pricing;
  private final Runnable stored;
  private final Clock clock;

  /**
   * Makes one.
   *
   * @param stored what to do after something was written
   */
  public LoggedWork(Store store, Pricing pricing, Runnable stored, Clock clock) {
    this.store = store;
    this.pricing = pricing;
    this.stored = stored;
    this.clock = clock;
  }

  /** Estimates them anew. */
  public void reprice() {
    Instant at = clock.instant();
    List<JobPosting> open =
        store.postings().byIds(store.work().postings(MOST)).values().stream()
            .filter(posting -> posting.state() != PostingState.CLOSED)
            .toList();
    List<Change> changes = pricing.again(open, at);
    if (changes.isEmpty()) return;
    store.postings().apply(changes, run(changes.size(), at));
    stored.run();
  }

  private Run run(int changed, Instant at) {
    return new Run(
        UUID.randomUUID().toString(),
        SOURCE,
        at,
        Outcome.Read.PARTIAL.word(),
        Optional.of("pay estimated anew by what workers logged"),
        0,
        changed,
        0,
        changed,
        0,
        0,
        Duration.between(at, clock.instant()));
  }
}
