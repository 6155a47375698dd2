package worthwhile.store.posting;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import worthwhile.intake.Change;
import worthwhile.store.sql.Database;

/** That postings were seen in a run that did not see all of its source. */
final class Seen {
  private static final String UPDATE =
      "update posting set last_seen = :at where id in (<ids>) and last_seen < :at";

  private Seen() {}

  /** Notes it for every change that a row of the run stood for; no posting gets a new revision. */
  static void note(Handle handle, List<Change> changes, Instant at) {
    List<String> ids =
        changes.stream().filter(Change::isListed).map(change -> change.posting().id()).toList();
    for (List<String> chunk : Database.chunks(ids))
      handle.createUpdate(UPDATE).bindList("ids", chunk).bind("at", at).execute();
  }
}
