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

  static final String NAME = "warned-by";

  /** No id of a posting is without a colon. */
  private static final String DONE = "done";

  private final Store store;
  private final Tail tail;
  private final String rules;
  private final Clock clock;
  private boolean begun;

  /**
   * Looks at what this store has.
   *
   * @param rules a word that is another one where rules say something else
   */
  public Rewarning(Store store, Tail tail, String rules, Clock clock) {
    this.store = store;
    this.tail = tail;
    this.rules = rules;
    this.clock = clock;
  }

  /** Does the next few postings; whether there may be more. */
  public boolean step() {
    Optional<String> noted = store.meta().get(NAME);
    if (isOver(noted)) return false;
    begun = true;
    String from = noted.filter(this::isOurs).map(this::last).orElse("");
    List<String> next = store.postings().idsAfter(from, STEP);
    if (!next.isEmpty()) tail.take(new Batch.Reassessment(next, clock.instant()));
    store.meta().put(NAME, rules + " " + (next.size() < STEP ? DONE : next.getLast()));
    return next.size() == STEP;
  }

  /** Done, or taken over by a process with other rules: the two must not undo each other's work. */
  private boolean isOver(Optional<String> noted) {
    return noted.filter(now -> isOurs(now) ? last(now).equals(DONE) : begun).isPresent();
  }

  private boolean isOurs(String noted) {
    return noted.startsWith(rules + " ");
  }

  private String last(String noted) {
    return noted.substring(rules.length() + 1);
  }
}
