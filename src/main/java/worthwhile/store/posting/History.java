package worthwhile.store.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import worthwhile.store.sql.Revision;

/**
 * Writes what happened to postings, at which revision: the change log, which is also each posting's
 * history.
 */
final class History {
  private static final String INSERT =
      "insert into posting_history (posting, revision, step, at, what, detail, run, was)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?)";

  private History() {}

  /** The steps of rows that got the revisions after this one, in their order. */
  static void write(Handle handle, List<PostingRow> rows, long revision, String run, Instant at) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (PostingRow row : rows) add(batch, row.posting().id(), ++revision, row.steps(), run, at);
    batch.execute();
  }

  private static void add(
      PreparedBatch batch,
      String posting,
      long revision,
      List<PostingRow.Step> steps,
      String run,
      Instant at) {
    for (int i = 0; i < steps.size(); i++) {
      PostingRow.Step step = steps.get(i);
      batch.add(posting, revision, i, at, step.what(), step.detail(), run, was(step));
    }
  }

  /** The same step for each of these postings, which get revisions of their own. */
  static void write(
      Handle handle, Collection<String> postings, PostingRow.Step what, String run, Instant at) {
    Map<String, List<PostingRow.Step>> steps = new LinkedHashMap<>();
    for (String posting : postings) steps.put(posting, List.of(what));
    write(handle, steps, run, at);
  }

  /** The steps of each of these postings, which get revisions of their own. */
  static void write(
      Handle handle, Map<String, List<PostingRow.Step>> steps, String run, Instant at) {
    if (steps.isEmpty()) return;
    long revision = Revision.reserve(handle, steps.size());
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (var entry : steps.entrySet())
      add(batch, entry.getKey(), ++revision, entry.getValue(), run, at);
    batch.execute();
  }

  private static @Nullable String was(PostingRow.Step step) {
    return step.was().map(Earlier::json).orElse(null);
  }
}
