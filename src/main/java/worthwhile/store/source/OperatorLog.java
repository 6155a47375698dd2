package worthwhile.store.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/** Who did what to the instance, newest first; kept for a year, and at most {@link #MOST} acts. */
public final class OperatorLog {
  /** How long an act is kept. */
  public static final Duration KEPT = Duration.ofDays(365);

  /** So many of the newest acts are kept at most. */
  public static final int MOST = 10_000;

  private static final String INSERT =
      "insert into operator_act (id, at, actor, who, deed, source, run, made, note)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Database database;
  private final Clock clock;

  public OperatorLog(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * One act.
   *
   * @param source that it was done to; absent if it concerns the whole instance
   * @param run that it was about
   * @param made the run that it began
   * @param note what else is to be said of it
   */
  public record Act(
      String id,
      Instant at,
      Actor actor,
      Deed deed,
      Optional<String> source,
      Optional<String> run,
      Optional<String> made,
      Optional<Reason> note) {
    public Act {
      Objects.requireNonNull(actor, "actor");
      Objects.requireNonNull(deed, "deed");
    }

    /** An act at this time that concerns the whole instance. */
    static Act of(Instant at, Actor actor, Deed deed) {
      Optional<String> none = Optional.empty();
      return new Act(
          UUID.randomUUID().toString(), at, actor, deed, none, none, none, Optional.empty());
    }

    Act on(String name) {
      return new Act(id, at, actor, deed, Optional.of(name), run, made, note);
    }

    Act about(String about) {
      return new Act(id, at, actor, deed, source, Optional.of(about), made, note);
    }

    Act making(String begun) {
      return new Act(id, at, actor, deed, source, run, Optional.of(begun), note);
    }

    Act because(Optional<Reason> why) {
      return new Act(id, at, actor, deed, source, run, made, why);
    }
  }

  /** Notes an act that concerns the whole instance. */
  public void note(Actor actor, Deed deed, Optional<Reason> note) {
    Act act = Act.of(clock.instant(), actor, deed).because(note);
    database.write(handle -> insert(handle, act));
  }

  /** Notes an act done to a source. */
  public void note(Actor actor, Deed deed, String source, Optional<Reason> note) {
    Act act = Act.of(clock.instant(), actor, deed).on(source).because(note);
    database.write(handle -> insert(handle, act));
  }

  static int insert(Handle handle, Act act) {
    return handle.execute(
        INSERT,
        act.id(),
        act.at(),
        act.actor().word(),
        act.actor().who(),
        act.deed().word(),
        act.source(),
        act.run(),
        act.made(),
        act.note());
  }

  /** The newest acts after so many that are passed over, newest first. */
  public List<Act> newest(int limit, int passedOver) {
    return database.list(
        OperatorLog::act,
        "select * from operator_act order by at desc, id desc limit ? offset ?",
        limit,
        passedOver);
  }

  /** The newest acts done to a source, newest first. */
  public List<Act> ofSource(String source, int limit) {
    return database.list(
        OperatorLog::act,
        "select * from operator_act where source = ? order by at desc, id desc limit ?",
        source,
        limit);
  }

  /** Forgets what is too old, and what is too much; how many acts. */
  public int thin(Instant now) {
    return database.write(
        handle ->
            handle.execute("delete from operator_act where at < ?", now.minus(KEPT))
                + handle.execute(
                    "delete from operator_act where id in (select id from operator_act"
                        + " order by at desc, id desc limit 1000000 offset ?)",
                    MOST));
  }

  private static Act act(ResultSet row, StatementContext context) throws SQLException {
    return new Act(
        row.getString("id"),
        Columns.instant(row, "at"),
        Actor.of(row.getString("actor"), Columns.optionalText(row, "who")),
        Deed.of(row.getString("deed")),
        Columns.optionalText(row, "source"),
        Columns.optionalText(row, "run"),
        Columns.optionalText(row, "made"),
        Columns.optionalText(row, "note")
            .map(note -> PostingJson.MAPPER.readValue(note, Reason.class)));
  }
}
