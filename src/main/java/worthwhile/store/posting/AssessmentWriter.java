package worthwhile.store.posting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;

/**
 * Writes what we make of postings, beside them. A posting that is not written itself gets a step
 * "reassessed" in the change log, so that whoever follows it learns of the new figure.
 */
final class AssessmentWriter {
  private static final PostingRow.Step REASSESSED = new PostingRow.Step("reassessed", "pay");

  private static final String UPSERT =
      """
      insert into assessment (posting, at, pay, not_known, risk, warnings, not_checked)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (posting) do update
        set at = excluded.at, pay = excluded.pay, not_known = excluded.not_known,
          risk = excluded.risk, warnings = excluded.warnings, not_checked = excluded.not_checked
      """;

  /** An assessment as it is stored. */
  private record Row(
      String pay, String notKnown, BigDecimal risk, String warnings, String notChecked) {
    static final Row NONE = new Row(null, null, null, null, null);

    static Row of(Posting posting) {
      return new Row(
          PostingRows.pay(posting),
          PostingRows.notKnown(posting),
          posting.assessment().risk(),
          PostingRows.warnings(posting),
          PostingRows.notChecked(posting));
    }
  }

  private final Handle handle;
  private final String run;
  private final Instant at;

  AssessmentWriter(Handle handle, String run, Instant at) {
    this.handle = handle;
    this.run = run;
    this.at = at;
  }

  /**
   * Writes those whose assessment differs from the stored one.
   *
   * @param stored how the postings are stored, by id
   * @param written rows that are written by the same batch
   */
  void write(Collection<Posting> postings, Map<String, Posting> stored, List<PostingRow> written) {
    Set<String> told = written.stream().map(row -> row.posting().id()).collect(Collectors.toSet());
    PreparedBatch batch = handle.prepareBatch(UPSERT);
    List<String> alone = new ArrayList<>();
    for (Posting posting : postings) {
      Posting before = stored.get(posting.id());
      boolean isTold = told.contains(posting.id());
      if (!isTold && (before == null || before.state() == PostingState.CLOSED)) continue;
      Row row = Row.of(posting);
      if (row.equals(before == null ? Row.NONE : Row.of(before))) continue;
      batch.add(
          posting.id(),
          at,
          row.pay(),
          row.notKnown(),
          row.risk(),
          row.warnings(),
          row.notChecked());
      if (!isTold) alone.add(posting.id());
    }
    if (batch.size() > 0) batch.execute();
    History.write(handle, alone, REASSESSED, run, at);
  }
}
