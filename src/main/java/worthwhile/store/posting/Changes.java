package worthwhile.store.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
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

  private static final String OLD_STEPS =
      """
      select old.posting, old.revision, old.step from posting_history old
        join posting on posting.id = old.posting and posting.state = 'closed'
        where old.at < ? and old.what not in ('new', 'cleared', 'reassessed', 'forgotten')
          and (old.what <> 'closed' or exists (select 1 from posting_history later
            where later.posting = old.posting and later.revision > old.revision
              and later.what = 'closed'))
        limit 100000
      """;

  private final Database database;

  public Changes(Database database) {
    this.database = database;
  }

  /**
   * One thing that happened.
   *
   * @param posting id; no posting has it any more where {@code what} is forgotten
   * @param what new, changed, reopened, reposted, duplicate, missing, closed, reassessed,
   *     forgotten; warned as a further step of one of these. A duplicate that tells what it was was
   *     there before its copy came
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
          Meta.put(handle, THINNED, Long.toString(Math.max(last, thinned(handle))));
          return handle.execute(
              "delete from posting_history where what in ('reassessed', 'forgotten')"
                  + " and revision <= ?",
              last);
        });
  }

  /**
   * Deletes what happened to closed postings before a time, but that they were found, that they
   * were last closed and that they were cleared; how many steps went, at most 100,000. A follower
   * that has not come so far must start anew. Few are deleted at once, so that nobody who wants to
   * write waits long.
   */
  public int thinClosed(Instant before) {
    List<Step> old = database.list((row, _) -> Step.of(row), OLD_STEPS, before);
    for (List<Step> some : Database.chunks(old)) delete(some);
    return old.size();
  }

  private void delete(List<Step> steps) {
    database.write(
        handle -> {
          long last = steps.stream().mapToLong(Step::revision).max().orElseThrow();
          Meta.put(handle, THINNED, Long.toString(Math.max(last, thinned(handle))));
          PreparedBatch batch =
              handle.prepareBatch(
                  "delete from posting_history where posting = ? and revision = ? and step = ?");
          for (Step step : steps) batch.add(step.posting(), step.revision(), step.number());
          return batch.execute().length;
        });
  }

  private record Step(String posting, long revision, int number) {
    static Step of(ResultSet row) throws SQLException {
      return new Step(row.getString("posting"), row.getLong("revision"), row.getInt("step"));
    }
  }

  private static long thinned(Handle handle) {
    return Meta.get(handle, THINNED).map(Long::parseLong).orElse(0L);
  }
}
