package worthwhile.store.sql;

import java.sql.SQLException;
import javax.sql.DataSource;

/** What a thorough look at the database found. */
public sealed interface Integrity {
  /** Nothing wrong. */
  record Sound() implements Integrity {}

  /**
   * Something is wrong.
   *
   * @param message what, and how to mend it
   */
  record Damaged(String message) implements Integrity {}

  /**
   * The database has no check of its own that could be run from here.
   *
   * @param message what the operator can use instead
   */
  record NotChecked(String message) implements Integrity {}

  /** Reads the whole database: seconds for each gigabyte. */
  static Integrity of(Database database) {
    return switch (database.address()) {
      case Address.LocalFile file -> of(database, file);
      case Address.Server server ->
          new NotChecked(server.place() + " is PostgreSQL: use its own pg_amcheck.");
    };
  }

  private static Integrity of(Database database, Address.LocalFile file) {
    String verdict;
    try {
      verdict =
          database.read(
              handle ->
                  handle
                      .createQuery("pragma quick_check(5)")
                      .mapTo(String.class)
                      .list()
                      .toString());
    } catch (StoreException e) {
      if (e.problem() == StoreException.Problem.DAMAGED) return new Damaged(e.getMessage());
      throw e;
    }
    if (verdict.equals("[ok]")) return new Sound();
    return new Damaged(
        file.place()
            + " is damaged: "
            + verdict
            + ". Stop Worthwhile, keep a copy of the file, and bring back the last backup:"
            + " worthwhile restore FILE --replace.");
  }

  /** SQLite's own words about a file, {@code ok} if there is nothing wrong. */
  static String verdict(DataSource source) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("pragma quick_check(5)")) {
      var words = new StringBuilder();
      while (rows.next()) words.append(words.isEmpty() ? "" : "; ").append(rows.getString(1));
      return words.toString();
    }
  }
}
