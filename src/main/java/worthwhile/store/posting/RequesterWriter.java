package worthwhile.store.posting;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;

/** Writes who offers postings, the names under which she did, and when. */
final class RequesterWriter {
  private static final String DATES =
      """
       do update set
        first_seen = case when excluded.first_seen < %1$s.first_seen
          then excluded.first_seen else %1$s.first_seen end,
        last_seen = excluded.last_seen
        where %1$s.last_seen < excluded.last_seen
      """;

  private static final String REQUESTER =
      "insert into requester (id, platform, identifier, first_seen, last_seen)"
          + " values (?, ?, ?, ?, ?) on conflict (id)"
          + DATES.formatted("requester");

  private static final String NAME =
      "insert into requester_name (requester, name, name_key, first_seen, last_seen)"
          + " values (?, ?, ?, ?, ?) on conflict (requester, name)"
          + DATES.formatted("requester_name");

  private RequesterWriter() {}

  /** A posting as it was shown from one moment to another. */
  record Shown(JobPosting job, Instant first, Instant last) {
    private Shown joined(Shown other) {
      return new Shown(
          job,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  private record Named(RequesterId id, String name) {
    static Optional<Named> of(JobPosting job) {
      Organization by = job.hiringOrganization();
      if (by == null) return Optional.empty();
      return RequesterId.of(job)
          .map(id -> new Named(id, Objects.requireNonNullElse(by.name(), by.identifier())));
    }
  }

  static void write(Handle handle, List<Shown> postings) {
    Map<Named, Shown> all = new LinkedHashMap<>();
    for (Shown each : postings)
      Named.of(each.job()).ifPresent(named -> all.merge(named, each, Shown::joined));
    if (all.isEmpty()) return;
    PreparedBatch requesters = handle.prepareBatch(REQUESTER);
    PreparedBatch names = handle.prepareBatch(NAME);
    all.forEach((named, shown) -> add(requesters, names, named, shown));
    requesters.execute();
    names.execute();
  }

  private static void add(PreparedBatch requesters, PreparedBatch names, Named named, Shown shown) {
    RequesterId id = named.id();
    String identifier = id.kind() == RequesterId.Kind.IDENTIFIER ? id.key() : null;
    requesters.add(id, id.platform(), identifier, shown.first(), shown.last());
    String key = RequesterId.nameKey(named.name());
    names.add(id, named.name(), key, shown.first(), shown.last());
  }
}
