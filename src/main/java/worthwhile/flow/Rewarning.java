package worthwhile.flow;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import worthwhile.store.Store;

/**
 * Looks anew at everything stored that is not closed where the rules of warnings or their model
 * have changed, a few postings at a time, also where no source shows them again.
 *
 * <p>A posting that is looked at twice is as one that is looked at once, so that a process killed
 * anywhere goes on from what it noted last, and two processes do no harm.
 */
public final class Rewarning {
  /** So few that nobody who writes meanwhile waits long. */
  static final int STEP = 200;

  /** Under it the store keeps how far this has come. */
  public static final String NAME = "warned-by";

  private final Store store;
  private final Tail tail;
  private final RuleProgress progress;
  private final Clock clock;

  /**
   * Looks at what this store has.
   *
   * @param rules a word that is another one where rules say something else
   */
  public Rewarning(Store store, Tail tail, String rules, Clock clock) {
    this.store = store;
    this.tail = tail;
    this.progress = new RuleProgress(rules);
    this.clock = clock;
  }

  /** Spares an empty store the look through all that it will hold once these rules judged it. */
  public void beginEmpty() {
    progress.beginEmpty(store, NAME);
  }

  /** Does the next few postings; whether there may be more. */
  public boolean step() {
    Optional<String> noted = store.meta().get(NAME);
    if (progress.isOver(noted)) return false;
    List<String> next = store.postings().idsAfter(progress.begin(noted), STEP);
    if (!next.isEmpty()) tail.take(new Batch.Reassessment(next, clock.instant()));
    boolean more = next.size() == STEP;
    Optional<String> last = more ? Optional.of(next.getLast()) : Optional.empty();
    store.meta().put(NAME, progress.noted(last));
    return more;
  }
}
