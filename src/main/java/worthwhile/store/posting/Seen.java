package worthwhile.store.posting;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import worthwhile.intake.Change;

/** That postings were seen in a run that did not see all of its source. */
final class Seen {
  /** Ids in one statement. */
  private static final int CHUNK = 500;

  private static final String UPDATE =
      "update posting set last_seen = :at where id in (<ids>) and last_seen < :at";

  private Seen() {}

  /** Notes it for every change that a row of the run stood for; no posting gets a new revision. */
  static void note(Handle handle, List<Change> changes, Instant at) {
    List<String> ids =
        changes.stream().filter(Change::isListed).map(change -> change.posting().id()).toList();
    for (int from = 0; from < ids.size(); from += CHUNK)
      handle
          .createUpdate(UPDATE)
          .bindList("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
          .bind("at", at)
          .execute();
  }
}
