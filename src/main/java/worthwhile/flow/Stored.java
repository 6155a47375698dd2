package worthwhile.flow;

import java.util.List;
import java.util.Optional;
import worthwhile.intake.Change;
import worthwhile.store.posting.Extent;
import worthwhile.store.source.Runs.Run;

/**
 * What became of a batch of rows.
 *
 * @param run as it was stored
 * @param outcome of the run
 * @param changes what the rows meant; empty if they were not taken
 * @param admitted which rows counted
 * @param extent how the source's postings stand after it; absent if nothing of them was written, or
 *     not a whole listing
 */
public record Stored(
    Run run,
    RunOutcome outcome,
    List<Change> changes,
    Admission.Admitted admitted,
    Optional<Extent> extent) {
  public Stored {
    changes = List.copyOf(changes);
  }

  /** How many of the changes are of this kind. */
  public int count(Class<? extends Change> kind) {
    return (int) changes.stream().filter(kind::isInstance).count();
  }

  /** How many postings are new. */
  public int added() {
    return count(Change.New.class) + count(Change.Duplicate.class);
  }

  /** How many known postings say something else, or are back. */
  public int changed() {
    return count(Change.Changed.class)
        + count(Change.Reopened.class)
        + count(Change.Reposted.class);
  }

  /** Whether anything but that rows were seen again. */
  public boolean brings() {
    return changes.stream().anyMatch(change -> !(change instanceof Change.Unchanged));
  }
}
