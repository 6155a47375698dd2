package worthwhile.store.source;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Lately;

/**
 * Sources that a person has stopped until further notice, for every process on this store and over
 * restarts.
 */
public final class Pauses {
  private final Database database;
  private final Clock clock;
  private final Lately<Map<String, Instant>> lately = new Lately<>();

  public Pauses(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A row of the table. */
  public record Paused(String source, Instant since) {}

  /** Since when each paused source is, by id. */
  public Map<String, Instant> all() {
    return database.list(Paused.class, "select * from source_pause").stream()
        .collect(Collectors.toMap(Paused::source, Paused::since));
  }

  /** The same as it stood at most a second ago. */
  public Map<String, Instant> lately() {
    return lately.get(this::all);
  }

  /** Since when a source is paused; absent if it is not. */
  public Optional<Instant> since(String source) {
    return database.read(handle -> since(handle, source));
  }

  static Optional<Instant> since(Handle handle, String source) {
    return handle
        .select("select * from source_pause where source = ?", source)
        .mapTo(Paused.class)
        .findOne()
        .map(Paused::since);
  }

  /** Pauses a source; false if it is already, and nothing is noted then. */
  public boolean begin(String source, Actor actor) {
    return changed(
        source,
        actor,
        Deed.PAUSED,
        "insert into source_pause (source, since) values (?, ?) on conflict (source) do nothing",
        source,
        clock.instant());
  }

  /** Ends a pause; false if there is none. */
  public boolean end(String source, Actor actor) {
    return changed(
        source, actor, Deed.RESUMED, "delete from source_pause where source = ?", source);
  }

  private boolean changed(String source, Actor actor, Deed deed, String sql, Object... values) {
    boolean done = write(source, actor, deed, sql, values);
    lately.changed();
    return done;
  }

  private boolean write(String source, Actor actor, Deed deed, String sql, Object... values) {
    return database.write(
        handle -> {
          boolean changed = handle.execute(sql, values) == 1;
          if (changed)
            OperatorLog.insert(handle, OperatorLog.Act.of(clock.instant(), actor, deed).on(source));
          return changed;
        });
  }
}
