package worthwhile.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import worthwhile.intake.Fingerprint;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;

/** Writes posting rows, new or known. */
final class PostingWriter {
  private static final int CHUNK = 1000;

  private static final String UPSERT =
      """
      insert into posting (id, source, platform, identifier, state, fingerprint, title, requester,
        requester_id, date_posted, first_seen, last_seen, revision, json)
      values (:id, :source, :platform, :identifier, :state, :fingerprint, :title, :requester,
        :requesterId, :datePosted, :firstSeen, :lastSeen, :revision, :json)
      on conflict (id) do update set source = excluded.source, platform = excluded.platform,
        identifier = excluded.identifier, state = excluded.state,
        fingerprint = excluded.fingerprint, title = excluded.title,
        requester = excluded.requester, requester_id = excluded.requester_id, date_posted = excluded.date_posted,
        first_seen = excluded.first_seen, last_seen = excluded.last_seen,
        revision = excluded.revision, json = excluded.json
      """;

  private final Handle handle;
  private final Runs.Run run;

  PostingWriter(Handle handle, Runs.Run run) {
    this.handle = handle;
    this.run = run;
  }

  /** Gives the postings the revisions after this one, in their order. */
  void write(List<PostingRow> rows, long revision) {
    PreparedBatch batch = handle.prepareBatch(UPSERT);
    for (PostingRow row : rows) {
      bind(batch, row.posting(), row.json(), ++revision);
      if (batch.size() == CHUNK) batch.execute();
    }
    if (batch.size() > 0) batch.execute();
  }

  private void bind(PreparedBatch batch, JobPosting posting, String json, long revision) {
    Instant seen = Objects.requireNonNullElse(posting.lastSeen(), run.at());
    Instant first = Objects.requireNonNullElse(posting.firstSeen(), run.at());
    batch
        .bind("id", posting.id())
        .bind("source", posting.source())
        .bind("platform", posting.platform())
        .bind("identifier", posting.identifier())
        .bind("state", PostingRows.state(posting.state()))
        .bind("fingerprint", Columns.text(Fingerprint.of(posting)))
        .bind("title", Columns.text(posting.title()))
        .bind("requester", Columns.text(requester(posting.hiringOrganization())))
        .bind("requesterId", Columns.text(requesterId(posting.hiringOrganization())))
        .bind("datePosted", Columns.millis(posting.datePosted()))
        .bind("firstSeen", Columns.millis(first))
        .bind("lastSeen", Columns.millis(seen))
        .bind("revision", revision)
        .bind("json", json)
        .add();
  }

  private static String requesterId(Organization organization) {
    return organization == null ? null : organization.identifier();
  }

  private static String requester(Organization organization) {
    if (organization == null) return null;
    return organization.name() == null ? organization.identifier() : organization.name();
  }
}
