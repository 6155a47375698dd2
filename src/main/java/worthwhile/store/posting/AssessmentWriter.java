package worthwhile.store.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
      insert into assessment (posting, at, pay, not_known) values (?, ?, ?, ?)
      on conflict (posting) do update
        set at = excluded.at, pay = excluded.pay, not_known = excluded.not_known
      """;

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
      String pay = PostingRows.pay(posting);
      String notKnown = PostingRows.notKnown(posting);
      if (before != null
          && Objects.equals(pay, PostingRows.pay(before))
          && Objects.equals(notKnown, PostingRows.notKnown(before))) continue;
      if (before == null && pay == null && notKnown == null) continue;
      batch.add(posting.id(), at, pay, notKnown);
      if (!isTold) alone.add(posting.id());
    }
    if (batch.size() > 0) batch.execute();
    History.write(handle, alone, REASSESSED, run, at);
  }
}
