package worthwhile.store.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import worthwhile.fetch.Parking;
import worthwhile.store.sql.Database;

/** Hosts that asked to be left alone, known to every process on this store and over restarts. */
public final class ParkedHosts implements Parking {
  private final Database database;
  private final Clock clock;

  public ParkedHosts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A row of the table. */
  public record Parked(Instant noted, Instant until) {}

  @Override
  public Optional<Duration> left(String host) {
    Instant now = clock.instant();
    return database
        .find(Parked.class, "select noted, until from parked_host where host = ?", host)
        // What lies further ahead than anybody may ask for was noted by a clock that was wrong.
        .filter(parked -> !parked.noted().isAfter(now.plus(SourceStates.SKEW)))
        .map(parked -> Duration.between(now, parked.until()))
        .filter(left -> left.isPositive() && left.compareTo(LONGEST) <= 0);
  }

  @Override
  public void park(String host, Duration time) {
    Instant now = clock.instant();
    database.write(
        handle -> {
          handle.execute("delete from parked_host where until < ? or noted > ?", now, now);
          return handle.execute(
              """
              insert into parked_host (host, noted, until) values (?, ?, ?)
              on conflict (host) do update set noted = excluded.noted, until = excluded.until
              where parked_host.until < excluded.until
              """,
              host,
              now,
              now.plus(time));
        });
  }
}
