package worthwhile.store.source;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import worthwhile.posting.Reason;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Lately;

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

  /** Clocks of two nodes may differ by this; what lies further ahead was noted by a wrong one. */
  static final Duration SKEW = Duration.ofMinutes(5);

  private final Database database;
  private final Clock clock;
  private final Lately<List<State>> lately = new Lately<>();

  public SourceStates(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The state of a source; that of a source never run ({@code new}, since now) if it has none. */
  public State of(String source) {
    return database
        .read(handle -> find(handle, source, clock.instant()))
        .orElseGet(() -> neverRun(source));
  }

  static Optional<State> find(Handle handle, String source, Instant now) {
    return handle
        .select("select * from source_state where source = ?", source)
        .mapTo(State.class)
        .findOne()
        .map(state -> state.at(now));
  }

  /** What stands for a source that was never run: {@code new}, since now. */
  public State neverRun(String source) {
    return SourceStatesStateBuilder.builder()
        .source(source)
        .condition("new")
        .since(clock.instant())
        .build();
  }

  /** All that have one, by id. */
  public List<State> all() {
    return now(stored());
  }

  /** The same as they stood at most a second ago. */
  public List<State> lately() {
    return now(lately.get(this::stored));
  }

  private List<State> stored() {
    return database.list(State.class, "select * from source_state order by source");
  }

  private List<State> now(List<State> states) {
    Instant now = clock.instant();
    return states.stream().map(state -> state.at(now)).toList();
  }

  /** Replaces the state of a source. */
  public void put(State state) {
    database.updateOf(UPSERT, state);
    lately.changed();
  }

  /**
   * Makes a source due now, so that whichever process reads it does so next; false if it is due
   * already, and nothing is noted then.
   */
  public boolean hasten(String source, Actor actor) {
    boolean hastened = hasten(source, actor, clock.instant());
    lately.changed();
    return hastened;
  }

  private boolean hasten(String source, Actor actor, Instant now) {
    return database.write(
        handle -> {
          boolean hastened =
              handle.execute(
                      "update source_state set next_run = ? where source = ?"
                          + " and (next_run is null or next_run > ?)",
                      now,
                      source,
                      now)
                  == 1;
          if (hastened)
            OperatorLog.insert(handle, OperatorLog.Act.of(now, actor, Deed.RUN_NOW).on(source));
          return hastened;
        });
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
  @RecordBuilder
  public record State(
      String source,
      String condition,
      Optional<Reason> reason,
      Instant since,
      Optional<Instant> lastSuccess,
      Optional<Instant> lastRun,
      Optional<Instant> nextRun,
      @ColumnName("revisit") Optional<Duration> interval,
      int failures) {
    /** The same without what a clock noted that was ahead: a last run in the future tells it. */
    State at(Instant now) {
      Instant latest = now.plus(SKEW);
      if (lastRun.filter(latest::isBefore).isEmpty() && !since.isAfter(latest)) return this;
      return SourceStatesStateBuilder.builder(this)
          .since(now)
          .lastSuccess(lastSuccess.filter(at -> !at.isAfter(latest)))
          .lastRun(Optional.empty())
          .nextRun(Optional.empty())
          .build();
    }
  }
}
