package worthwhile.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;

/** Takes postings of one source out that it has not shown since some moment. */
final class Forgetting {
  private static final Reason REASON = Reason.of("kept-long-enough");

  private static final String UNSEEN =
      PostingRows.SELECT
          + """
           where posting.source = :source and case
            when posting.state in ('open', 'evergreen') and source_seen.at > posting.last_seen
            then source_seen.at else posting.last_seen end < :before
          """;

  private final Handle handle;
  private final String source;
  private final Instant before;

  Forgetting(Handle handle, String source, Instant before) {
    this.handle = handle;
    this.source = source;
    this.before = before;
  }

  /** Closes what is not closed, deletes what is and was followed up to this revision. */
  int run(long followed) {
    List<Postings.Versioned> unseen =
        handle
            .createQuery(UNSEEN)
            .bind("source", source)
            .bind("before", Columns.millis(before))
            .map(PostingRows::versioned)
            .list();
    List<JobPosting> shown =
        unseen.stream()
            .map(Postings.Versioned::posting)
            .filter(posting -> posting.state() != PostingState.CLOSED)
            .toList();
    List<String> over =
        unseen.stream()
            .filter(each -> each.posting().state() == PostingState.CLOSED)
            .filter(each -> each.revision() <= followed)
            .map(each -> each.posting().id())
            .toList();
    close(shown);
    delete(over);
    return shown.size() + over.size();
  }

  private void close(List<JobPosting> postings) {
    if (postings.isEmpty()) return;
    long revision = Revision.reserve(handle, postings.size());
    var batch =
        handle.prepareBatch(
            "update posting set state = 'closed', json = :json, revision = :revision where id = :id");
    for (JobPosting posting : postings)
      batch
          .bind("id", posting.id())
          .bind("revision", ++revision)
          .bind("json", PostingRows.json(closed(posting)))
          .add();
    batch.execute();
  }

  private static JobPosting closed(JobPosting posting) {
    return posting.toBuilder().state(PostingState.CLOSED).stateReason(REASON).build();
  }

  private void delete(List<String> ids) {
    if (ids.isEmpty()) return;
    for (String sql :
        List.of(
            "delete from posting_history where posting = :id",
            "delete from posting where id = :id")) {
      var batch = handle.prepareBatch(sql);
      for (String id : ids) batch.bind("id", id).add();
      batch.execute();
    }
  }
}
