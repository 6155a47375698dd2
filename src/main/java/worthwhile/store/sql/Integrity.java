package worthwhile.store.sql;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import worthwhile.text.FailureText;

/** What a thorough look at the database found. */
public sealed interface Integrity {
  /**
   * Nothing wrong.
   *
   * @param how it was looked at
   */
  record Sound(String how) implements Integrity {}

  /**
   * Something is wrong.
   *
   * @param message what, and how to mend it
   */
  record Damaged(String message) implements Integrity {}

  /**
   * Reads the whole database: seconds for each gigabyte.
   *
   * @throws StoreException if it cannot be asked at present
   */
  static Integrity of(Database database) {
    try {
      return switch (database.address()) {
        case Address.LocalFile file -> ofFile(database, file);
        case Address.Server _ -> new Sound(database.read(Integrity::readAll));
      };
    } catch (StoreException e) {
      if (e.isAway()) throw e;
      return new Damaged(FailureText.of(e));
    }
  }

  private static Integrity ofFile(Database database, Address.LocalFile file) {
    List<String> verdict =
        database.read(
            handle -> handle.createQuery("pragma quick_check(5)").mapTo(String.class).list());
    if (verdict.equals(List.of("ok"))) return new Sound("quick_check of SQLite");
    return new Damaged(
        file.place()
            + " is damaged: "
            + verdict
            + ". Stop Worthwhile, keep a copy of the file, and bring back the last backup:"
            + " worthwhile restore FILE --replace.");
  }

  /**
   * Reads every page of every table, which the server compares with its checksum where it keeps
   * them, and looks through the indexes where the extension for that is there.
   */
  private static String readAll(Handle handle) {
    return handle.inTransaction(
        inside -> {
          for (String plan : List.of("indexscan", "indexonlyscan", "bitmapscan"))
            inside.execute("set local enable_" + plan + " = off");
          List<String> tables =
              inside
                  .createQuery(
                      "select quote_ident(table_name) from information_schema.tables where"
                          + " table_schema = current_schema() and table_type = 'BASE TABLE'")
                  .mapTo(String.class)
                  .list();
          for (String table : tables)
            inside.createQuery("select count(*) from " + table).mapTo(Long.class).one();
          return tables.size() + " tables read; " + indexes(inside);
        });
  }

  private static String indexes(Handle handle) {
    boolean there =
        handle
            .createQuery("select count(*) from pg_extension where extname = 'amcheck'")
            .mapTo(Long.class)
            .one()
            .equals(1L);
    if (!there) return "indexes not: amcheck is not installed";
    long checked =
        handle
            .createQuery(
                "select count(bt_index_check(c.oid)::text) from pg_class c join pg_am a on a.oid ="
                    + " c.relam where c.relkind = 'i' and a.amname = 'btree' and c.relnamespace ="
                    + " current_schema()::regnamespace")
            .mapTo(Long.class)
            .one();
    return checked + " indexes by amcheck";
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
