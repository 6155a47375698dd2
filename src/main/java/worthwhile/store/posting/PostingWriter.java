package worthwhile.store.posting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import worthwhile.intake.Fingerprint;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.RequesterId;
import worthwhile.posting.Standing;
import worthwhile.store.sql.Columns;

/** Writes posting rows, new or known. */
final class PostingWriter {
  private static final int CHUNK = 1000;

  private static final String UPSERT =
      """
      insert into posting (id, source, platform, identifier, state, state_reason, reposts,
        duplicates, restrictions, confirmed, fingerprint, words, title, requester, timed, date_posted,
        first_seen, last_seen, revision, json)
      values (:id, :source, :platform, :identifier, :state, :stateReason, :reposts,
        :duplicates, :restrictions, :confirmed, :fingerprint, :words, :title, :requester, :timed,
        :datePosted, :firstSeen, :lastSeen, :revision, :json)
      on conflict (id) do update set source = excluded.source, platform = excluded.platform,
        identifier = excluded.identifier, state = excluded.state,
        state_reason = excluded.state_reason, reposts = excluded.reposts,
        duplicates = excluded.duplicates, restrictions = excluded.restrictions,
        confirmed = excluded.confirmed,
        fingerprint = excluded.fingerprint, words = excluded.words, title = excluded.title,
        requester = excluded.requester, timed = excluded.timed, date_posted = excluded.date_posted,
        first_seen = excluded.first_seen, last_seen = excluded.last_seen,
        revision = excluded.revision, json = excluded.json
      """;

  private final Handle handle;
  private final Instant at;

  PostingWriter(Handle handle, Instant at) {
    this.handle = handle;
    this.at = at;
  }

  /** Gives the postings the revisions after this one, in their order. */
  void write(List<PostingRow> rows, long revision) {
    PreparedBatch batch = handle.prepareBatch(UPSERT);
    for (PostingRow row : rows) {
      bind(batch, row, ++revision);
      if (batch.size() == CHUNK) batch.execute();
    }
    if (batch.size() > 0) batch.execute();
    RequesterWriter.write(
        handle,
        rows.stream().map(row -> new RequesterWriter.Shown(row.posting().job(), at, at)).toList());
    Sightings.published(
        handle,
        rows.stream()
            .map(PostingRow::posting)
            .filter(posting -> posting.state() != PostingState.CLOSED)
            .map(Posting::id)
            .toList());
  }

  private void bind(PreparedBatch batch, PostingRow row, long revision) {
    JobPosting job = row.posting().job();
    Standing standing = row.posting().standing();
    batch
        .bindMethods(job)
        .bind(
            "state",
            PostingRows.state(
                Objects.requireNonNull(standing.state(), "a posting is stored in some state")))
        .bind("stateReason", standing.stateReason())
        .bind("reposts", Objects.requireNonNullElse(standing.reposts(), 0))
        .bind("duplicates", PostingRows.duplicates(standing))
        .bind("restrictions", PostingRows.restrictions(standing))
        .bind("confirmed", PostingRows.confirmed(standing))
        .bind("fingerprint", Fingerprint.of(job))
        .bind("words", Fingerprint.ofWords(job))
        .bind("requester", requester(job))
        .bind("timed", isTimed(job))
        .bind("firstSeen", Objects.requireNonNullElse(standing.firstSeen(), at))
        .bind("lastSeen", Objects.requireNonNullElse(standing.lastSeen(), at))
        .bind("revision", revision)
        .bind("json", row.json())
        .add();
  }

  static @Nullable String requester(JobPosting job) {
    return RequesterId.of(job).map(id -> Columns.text(id.toString())).orElse(null);
  }

  /** Whether something is known of its time from those who did it. */
  static boolean isTimed(JobPosting job) {
    return !job.reports().isEmpty() || job.timeMeasured() != null;
  }
}
