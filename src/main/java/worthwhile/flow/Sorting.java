package worthwhile.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import worthwhile.intake.Normalise;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.store.Store;
import worthwhile.store.posting.Writing;

/**
 * Brings category and kind of everything stored up to the rules of today, a few postings at a time,
 * also where no source shows them again.
 *
 * <p>How far it has come stands in the store and is written with the postings, in one transaction:
 * a process killed anywhere has done a step or not, and of many processes on one store each does
 * the steps that the others have not done. No lease can be left behind.
 */
public final class Sorting {
  /** So few that nobody who writes meanwhile waits long. */
  static final int STEP = 500;

  static final String NAME = "sorted";

  private final Store store;
  private final Normalise normalise;
  private final Clock clock;
  private final RuleProgress progress;

  /** Sorts what this store has by the rules of this normalisation. */
  public Sorting(Store store, Normalise normalise, Clock clock) {
    this.store = store;
    this.normalise = normalise;
    this.clock = clock;
    this.progress = new RuleProgress(normalise.rules());
  }

  /** Spares an empty store the look through all that it will hold once these rules judged it. */
  public void beginEmpty() {
    progress.beginEmpty(store, NAME);
  }

  /** Does the next few postings; whether there may be more. */
  public boolean step() {
    if (progress.isOver(store.meta().get(NAME))) return false;
    return store.write(this::step);
  }

  private boolean step(Writing writing) {
    Optional<String> noted = writing.noted(NAME);
    if (progress.isOver(noted)) return false;
    List<Posting> next = writing.after(progress.begin(noted), STEP);
    List<Posting> sorted = new ArrayList<>();
    for (Posting posting : next) {
      JobPosting job = normalise.sorted(posting.job());
      if (!job.equals(posting.job()))
        sorted.add(new Posting(job, posting.standing(), posting.assessment()));
    }
    writing.sort(sorted, clock.instant());
    boolean more = next.size() == STEP;
    Optional<String> last = more ? Optional.of(next.getLast().id()) : Optional.empty();
    writing.note(NAME, progress.noted(last));
    return more;
  }
}
