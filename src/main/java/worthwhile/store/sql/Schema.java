package worthwhile.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import worthwhile.store.sql.StoreException.Problem;

/**
 * The tables and their version. Migrations lie in {@code db/migration} and, where SQL is not
 * enough, in classes here; ordered and append-only.
 *
 * <p>Flyway is asked only when there is something to do: on every start it would cost more than all
 * the rest of opening.
 */
public final class Schema {
  /** Number of the last migration; a test compares it with the folder. */
  public static final int VERSION = 39;

  private static final String HISTORY = "flyway_schema_history";

  private Schema() {}

  /** How far a database is. */
  private sealed interface Found {
    record Nothing() implements Found {}

    record Foreign() implements Found {}

    record Unfinished(int version) implements Found {}

    record Ours(int version) implements Found {}
  }

  /**
   * Brings the tables up to date.
   *
   * @param steps those that SQL alone cannot make
   */
  static void bringUpToDate(DataSource source, Address address, JavaMigration... steps)
      throws SQLException {
    switch (found(source)) {
      case Found.Nothing _ -> migrate(source, steps);
      case Found.Ours(int version) when version == VERSION -> {}
      case Found.Ours(int version) when version < VERSION -> migrate(source, steps);
      case Found.Ours(int version) -> throw newer(address.place(), version);
      case Found.Unfinished(int version) -> throw unfinished(address.place(), version);
      case Found.Foreign _ -> throw foreign(address.place());
    }
  }

  /** Throws unless this is a database that this Worthwhile can open; changes nothing. */
  static void requireOurs(DataSource source, String place) throws SQLException {
    switch (found(source)) {
      case Found.Ours(int version) when version <= VERSION -> {}
      case Found.Ours(int version) -> throw newer(place, version);
      case Found.Unfinished(int version) -> throw unfinished(place, version);
      case Found.Foreign _, Found.Nothing _ -> throw foreign(place);
    }
  }

  private static Found found(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      if (hasTable(connection, HISTORY)) return version(connection);
      if (!hasTable(connection, "%")) return new Found.Nothing();
      // Between the two questions another process may have begun to make it ours.
      return hasTable(connection, HISTORY) ? version(connection) : new Found.Foreign();
    }
  }

  private static boolean hasTable(Connection connection, String pattern) throws SQLException {
    try (var tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), pattern, new String[] {"TABLE"})) {
      return tables.next();
    }
  }

  private static Found version(Connection connection) throws SQLException {
    int version = 0;
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select version, success from " + HISTORY + " where version is not null")) {
      while (rows.next()) {
        int step = Integer.parseInt(rows.getString(1));
        if (!rows.getBoolean(2)) return new Found.Unfinished(step);
        version = Math.max(version, step);
      }
    }
    return new Found.Ours(version);
  }

  private static void migrate(DataSource source, JavaMigration... steps) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .javaMigrations(steps)
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }

  private static StoreException newer(String place, int version) {
    return new StoreException(
        Problem.NEWER,
        place
            + " was written by a newer Worthwhile (schema "
            + version
            + "; this one knows up to "
            + VERSION
            + "). Update Worthwhile, or restore a backup from before the update.");
  }

  private static StoreException unfinished(String place, int version) {
    return new StoreException(
        Problem.DAMAGED,
        place
            + ": the step to schema "
            + version
            + " did not finish. Restore the last backup: worthwhile restore FILE --replace.");
  }

  private static StoreException foreign(String place) {
    return new StoreException(
        Problem.NOT_OURS,
        place + " is a database, but not one of Worthwhile's. Name another file or database.");
  }
}
