package worthwhile.store.source;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import worthwhile.posting.Reason;
import worthwhile.store.sql.Database;

/** The history of runs: what each one met and found. */
public final class Runs {
  /** Outcomes after which we know all that a source offers. */
  private static final List<String> COMPLETE = List.of("items", "empty", "unchanged");

  /** A condition in SQL: that a run ended in one of them. */
  public static final String IS_COMPLETE = isComplete("run");

  private static final String INSERT =
      """
      insert into run (id, source, at, outcome, reason, requests, items, added, changed, gone,
        rejected, took)
      values (:id, :source, :at, :outcome, :reason, :requests, :items, :added, :changed, :gone,
        :rejected, :took)
      on conflict (id) do update set at = excluded.at, outcome = excluded.outcome,
        reason = excluded.reason, requests = excluded.requests, items = excluded.items,
        added = excluded.added, changed = excluded.changed, gone = excluded.gone,
        rejected = excluded.rejected, took = excluded.took
      where run.outcome = 'running'
      """;

  /**
   * Runs after which one of the same source came; after a complete one, a complete one that day.
   */
  private static final String OLD =
      """
      select run.id from run where run.at < ? and run.outcome <> 'running'
        and not exists (select 1 from body_page where body_page.run = run.id)
        and exists (select 1 from run later where later.source = run.source
          and later.at > run.at and (not %s or (%s and %s = %s)))
        limit 100000
      """
          .formatted(IS_COMPLETE, isComplete("later"), day("later"), day("run"));

  private static final String SEEN =
      """
      insert into source_seen (source, at) values (?, ?)
      on conflict (source) do update set at = excluded.at where source_seen.at < excluded.at
      """;

  private final Database database;

  public Runs(Database database) {
    this.database = database;
  }

  private static String isComplete(String run) {
    return "%s.outcome in (%s)"
        .formatted(run, String.join(", ", COMPLETE.stream().map(w -> "'" + w + "'").toList()));
  }

  private static String day(String run) {
    return run + ".at / " + Duration.ofDays(1).toMillis();
  }

  /**
   * Notes a run that changed no posting (refused, unavailable, not modified, held back); one that
   * is noted as over already stays as it is.
   */
  public void add(Run run) {
    database.write(handle -> insert(handle, run, true));
  }

  /** Notes that a run has begun. */
  static void begin(Handle handle, String source, String run, Instant at) {
    Run begun =
        RunsRunBuilder.builder()
            .id(run)
            .source(source)
            .at(at)
            .outcome("running")
            .reason(Optional.empty())
            .took(Duration.ZERO)
            .build();
    insert(handle, begun, false);
  }

  /** The run with this id, if there is one. */
  public Optional<Run> byId(String id) {
    return database.find(Run.class, "select * from run where id = ?", id);
  }

  /** The newest runs of a source, newest first. */
  public List<Run> ofSource(String source, int limit) {
    return database.list(
        Run.class,
        "select * from run where source = ? order by at desc, id desc limit ?",
        source,
        limit);
  }

  /** The newest runs of a source that told all that it offers, newest first. */
  public List<Run> complete(String source, int limit) {
    return database.list(
        Run.class,
        "select * from run where source = ? and "
            + IS_COMPLETE
            + " order by at desc, id desc limit ?",
        source,
        limit);
  }

  /**
   * How many rows of a source could not be read when it told all that it offers, in the run at this
   * time or the last before it; none without such a run.
   */
  public int rejectedAt(String source, Instant at) {
    return database
        .find(
            Run.class,
            "select * from run where source = ? and at <= ? and "
                + IS_COMPLETE
                + " order by at desc, id desc limit 1",
            source,
            at)
        .map(Run::rejected)
        .orElse(0);
  }

  /** The newest runs of a source that did not tell all that it offers, newest first. */
  public List<Run> incomplete(String source, int limit) {
    return database.list(
        Run.class,
        "select * from run where source = ? and outcome not in ('running', 'forwarded') and not ("
            + IS_COMPLETE
            + ") order by at desc, id desc limit ?",
        source,
        limit);
  }

  /**
   * Deletes runs from before a time, of each source but its last complete one of a day (UTC), its
   * newest one, and those whose pages are kept; how many went, at most 100,000. Few are deleted at
   * once, so that nobody who wants to write waits long.
   */
  public int thin(Instant before) {
    int gone = 0;
    for (List<String> some : Database.chunks(database.list(String.class, OLD, before)))
      gone +=
          database.write(
              handle ->
                  handle
                      .createUpdate("delete from run where id in (<ids>)")
                      .bindList("ids", some)
                      .execute());
    return gone;
  }

  /** How many runs of sources are under way, in all processes. */
  public long underWay() {
    return database.one(Long.class, "select count(*) from run where outcome = 'running'");
  }

  /** The newest runs of all sources, newest first. */
  public List<Run> newest(int limit) {
    return database.list(Run.class, "select * from run order by at desc, id desc limit ?", limit);
  }

  /**
   * A run that met new postings.
   *
   * @param readBefore when a run of the same source had last told all that it offers
   */
  public record Arrival(Instant at, Optional<Instant> readBefore) {}

  /** The runs since then that met new postings, of all sources. */
  public List<Arrival> arrivals(Instant since) {
    return database.list(
        Arrival.class,
        "select met.at, (select max(run.at) from run where run.source = met.source"
            + " and run.at < met.at and "
            + IS_COMPLETE
            + ") as read_before from run met where met.at >= ? and met.added > 0",
        since);
  }

  /**
   * Writes the run; false if it stands there already as over, also because it was given up.
   *
   * @param whole whether it saw all that the source offers, if its outcome allows that
   */
  public static boolean insert(Handle handle, Run run, boolean whole) {
    int written = handle.createUpdate(INSERT).bindMethods(run).execute();
    if (written == 1 && whole && COMPLETE.contains(run.outcome()))
      handle.execute(SEEN, run.source(), run.at());
    return written == 1;
  }

  /**
   * One run of one source; times are kept to the millisecond.
   *
   * @param id unique over all nodes and restarts
   * @param outcome {@code items}, {@code empty}, {@code unchanged}, {@code held-back}, {@code
   *     partial}, {@code forwarded}, {@code blocked}, {@code login-required}, {@code rate-limited},
   *     {@code gone}, {@code drifted}, {@code not-allowed}, {@code unavailable}, {@code
   *     unacceptable}, {@code broken}, and {@code running} until it is over. After the first three,
   *     the source's open postings count as seen at the time of the run
   * @param reason what it met; absent if all is well
   * @param requests HTTP requests made
   * @param items rows that became items
   * @param added new postings
   * @param changed known postings that changed
   * @param gone postings that went missing, or closed without having been missing before
   * @param rejected rows that did not become items
   * @param took from first request to stored
   */
  @SuppressWarnings("InvalidParam") // "unchanged" is a word, not a slip for a parameter.
  @RecordBuilder
  public record Run(
      String id,
      String source,
      Instant at,
      String outcome,
      Optional<Reason> reason,
      int requests,
      int items,
      int added,
      int changed,
      int gone,
      int rejected,
      Duration took) {
    /** What it came to in one line, for logs and the command line. */
    public String sentence() {
      return "%s, %d items, %d new, %d changed, %d gone, %d rejected%s"
          .formatted(
              outcome,
              items,
              added,
              changed,
              gone,
              rejected,
              reason.map(why -> ": " + why.text()).orElse(""));
    }
  }
}
