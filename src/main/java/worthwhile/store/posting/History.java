package worthwhile.store.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import worthwhile.store.sql.Revision;

/**
 * Writes what happened to postings, at which revision: the change log, which is also each posting's
 * history.
 */
final class History {
  private static final String INSERT =
      "insert into posting_history (posting, revision, step, at, what, detail, run)"
          + " values (?, ?, ?, ?, ?, ?, ?)";

  private History() {}

  /** The steps of rows that got the revisions after this one, in their order. */
  static void write(Handle handle, List<PostingRow> rows, long revision, String run, Instant at) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (PostingRow row : rows) {
      revision++;
      for (int step = 0; step < row.steps().size(); step++)
        batch.add(
            row.posting().id(),
            revision,
            step,
            at,
            row.steps().get(step).what(),
            row.steps().get(step).detail(),
            run);
    }
    batch.execute();
  }

  /** The same step for each of these postings, which get revisions of their own. */
  static void write(
      Handle handle, Collection<String> postings, PostingRow.Step what, String run, Instant at) {
    if (postings.isEmpty()) return;
    long revision = Revision.reserve(handle, postings.size());
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (String posting : postings)
      batch.add(posting, ++revision, 0, at, what.what(), what.detail(), run);
    batch.execute();
  }
}
