package worthwhile.store.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.posting.Reason;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/** Health and schedule of each source, so that a restart goes on where it stopped. */
public final class SourceStates {
  private static final String UPSERT =
      """
      insert into source_state (source, condition, reason, since, last_success, last_run, next_run,
        revisit, failures)
      values (:source, :condition, :reason, :since, :lastSuccess, :lastRun, :nextRun, :interval,
        :failures)
      on conflict (source) do update set condition = excluded.condition, reason = excluded.reason,
        since = excluded.since, last_success = excluded.last_success,
        last_run = excluded.last_run, next_run = excluded.next_run, revisit = excluded.revisit,
        failures = excluded.failures
      """;

  private final Database database;
  private final Clock clock;

  public SourceStates(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The state of a source; that of a source never run ({@code new}, since now) if it has none. */
  public State of(String source) {
    return database
        .read(
            handle ->
                handle
                    .createQuery("select * from source_state where source = :source")
                    .bind("source", source)
                    .map(SourceStates::state)
                    .findOne())
        .orElseGet(() -> neverRun(source));
  }

  private State neverRun(String source) {
    return new State(
        source,
        "new",
        Optional.empty(),
        clock.instant(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** All that have one, by id. */
  public List<State> all() {
    return database.read(
        handle ->
            handle
                .createQuery("select * from source_state order by source")
                .map(SourceStates::state)
                .list());
  }

  /** Replaces the state of a source. */
  public void put(State state) {
    database.write(
        handle ->
            handle
                .createUpdate(UPSERT)
                .bind("source", state.source())
                .bind("condition", state.condition())
                .bind("reason", Columns.reason(state.reason().orElse(null)))
                .bind("since", Columns.millis(state.since()))
                .bind("lastSuccess", Columns.millis(state.lastSuccess()))
                .bind("lastRun", Columns.millis(state.lastRun()))
                .bind("nextRun", Columns.millis(state.nextRun()))
                .bind("interval", state.interval().map(Duration::toMillis).orElse(null))
                .bind("failures", state.failures())
                .execute());
  }

  private static State state(ResultSet row, StatementContext context) throws SQLException {
    return new State(
        row.getString("source"),
        row.getString("condition"),
        Columns.optionalReason(row, "reason"),
        Columns.instant(row, "since"),
        Columns.optionalInstant(row, "last_success"),
        Columns.optionalInstant(row, "last_run"),
        Columns.optionalInstant(row, "next_run"),
        Columns.optionalDuration(row, "revisit"),
        row.getInt("failures"));
  }

  /**
   * Where a source stands; times are kept to the millisecond.
   *
   * @param condition {@code new}, {@code ok}, {@code failing}, {@code suspended}, {@code
   *     quarantined}, {@code parked}, {@code off}
   * @param reason why it is not ok
   * @param since when the condition began
   * @param lastSuccess last run that told us what is on offer
   * @param lastRun last run of any outcome
   * @param nextRun when it is due
   * @param interval time between runs, as adapted
   * @param failures broken runs in a row
   */
  public record State(
      String source,
      String condition,
      Optional<Reason> reason,
      Instant since,
      Optional<Instant> lastSuccess,
      Optional<Instant> lastRun,
      Optional<Instant> nextRun,
      Optional<Duration> interval,
      int failures) {}
}
