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

  /** No id of a posting is without a colon. */
  private static final String DONE = "done";

  private final Store store;
  private final Normalise normalise;
  private final Clock clock;
  private boolean begun;

  /** Sorts what this store has by the rules of this normalisation. */
  public Sorting(Store store, Normalise normalise, Clock clock) {
    this.store = store;
    this.normalise = normalise;
    this.clock = clock;
  }

  /** Does the next few postings; whether there may be more. */
  public boolean step() {
    if (isOver(store.meta().get(NAME))) return false;
    return store.write(this::step);
  }

  private boolean step(Writing writing) {
    Optional<String> noted = writing.noted(NAME);
    if (isOver(noted)) return false;
    begun = true;
    List<Posting> next = writing.after(noted.filter(this::isOurs).map(this::last).orElse(""), STEP);
    List<Posting> sorted = new ArrayList<>();
    for (Posting posting : next) {
      JobPosting job = normalise.sorted(posting.job());
      if (!job.equals(posting.job()))
        sorted.add(new Posting(job, posting.standing(), posting.assessment()));
    }
    writing.sort(sorted, clock.instant());
    writing.note(NAME, normalise.rules() + " " + (next.size() < STEP ? DONE : next.getLast().id()));
    return next.size() == STEP;
  }

  /** Done, or taken over by a process with other rules: the two must not undo each other's work. */
  private boolean isOver(Optional<String> noted) {
    return noted.filter(now -> isOurs(now) ? last(now).equals(DONE) : begun).isPresent();
  }

  private boolean isOurs(String noted) {
    return noted.startsWith(normalise.rules() + " ");
  }

  private String last(String noted) {
    return noted.substring(normalise.rules().length() + 1);
  }
}
