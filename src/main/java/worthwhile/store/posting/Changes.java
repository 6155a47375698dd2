package worthwhile.store.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Meta;

/**
 * The change log: what happened to which posting, at which revision. Whoever follows it (the index,
 * live streams, alerts, another node) keeps the revision that it has got to and asks what came
 * after.
 */
public final class Changes {
  /** What no reader of a posting's history misses, and no follower after so long. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String THINNED = "changes:thinned";

  private final Database database;

  public Changes(Database database) {
    this.database = database;
  }

  /**
   * One thing that happened.
   *
   * @param posting id; no posting has it any more where {@code what} is forgotten
   * @param what new, changed, reopened, reposted, duplicate, missing, closed, reassessed,
   *     forgotten; warned as a further step of one of these
   * @param detail the fields that changed, the other posting's id, or the reason; empty if there is
   *     nothing to say
   * @param was {@link #earlier} as it is stored
   */
  public record Entry(
      long revision, String posting, String what, String detail, Optional<String> was) {
    /** What the posting's numbers were before; absent where that says nothing. */
    public Optional<Earlier> earlier() {
      return was.map(Earlier::read);
    }
  }

  /** What happened after a revision, in order, at most so many entries. */
  public List<Entry> after(long revision, int limit) {
    return database.list(
        Changes::entry,
        "select revision, posting, what, detail, was from posting_history where revision > ?"
            + " and step = 0 order by revision limit ?",
        revision,
        limit);
  }

  private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
    return new Entry(
        row.getLong("revision"),
        row.getString("posting"),
        row.getString("what"),
        row.getString("detail"),
        Columns.optionalText(row, "was"));
  }

  /** Whether everything that happened after a revision is still told. */
  public boolean reachesBackTo(long revision) {
    return database.read(handle -> thinned(handle) <= revision);
  }

  /** A short code for what happened at a revision; empty where that is not told any more. */
  public String event(long revision) {
    return database
        .find(
            (row, _) ->
                row.getLong("at") + " " + row.getString("what") + " " + row.getString("posting"),
            "select at, what, posting from posting_history where revision = ? and step = 0",
            revision)
        .map(event -> Integer.toHexString(event.hashCode()))
        .orElse("");
  }

  /**
   * Deletes what is no part of a posting's history (reassessments, and that it was forgotten) once
   * it is older than 30 days. A follower that has not come so far must start anew.
   */
  public int thin(Instant now) {
    return database.write(
        handle -> {
          Long last =
              handle
                  .select(
                      "select max(revision) from posting_history where what in ('reassessed',"
                          + " 'forgotten') and at < ?",
                      now.minus(KEPT))
                  .mapTo(Long.class)
                  .findOne()
                  .orElse(null);
          if (last == null) return 0;
          Meta.put(handle, THINNED, Long.toString(last));
          return handle.execute(
              "delete from posting_history where what in ('reassessed', 'forgotten')"
                  + " and revision <= ?",
              last);
        });
  }

  private static long thinned(Handle handle) {
    return Meta.get(handle, THINNED).map(Long::parseLong).orElse(0L);
  }
}
