package worthwhile.store.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.store.sql.Database;

/**
 * What belongs to an account: every row of every table whose column {@code account} names it, and
 * what it asked others to decide. The tables are asked of the database itself, so that none can be
 * forgotten.
 */
public final class Belongings {
  private static final String COLUMN = "account";

  /** Columns that open something or mean nothing outside. */
  private static final Set<String> KEPT_BACK = Set.of("hash", "password", "credential", "name_key");

  /** A timer that runs names its account a second time, so that one account runs one only. */
  private static final String RUNNING = "update work_timer set running = ? where running = ?";

  /** What it asked others to decide, which stays when it is gone, but for its own words. */
  private static final String CASES = "moderation_case";

  private Belongings() {}

  /** Names of the tables, in order. */
  public static Set<String> tables(Handle handle) {
    Set<String> tables = new TreeSet<>();
    try {
      Connection connection = handle.getConnection();
      for (String table : all(connection)) if (has(connection, table)) tables.add(table);
    } catch (SQLException e) {
      throw new Database.JdbiFailure(e);
    }
    return tables;
  }

  private static List<String> all(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (rows.next()) tables.add(rows.getString("TABLE_NAME"));
    }
    return tables;
  }

  /** Asked of each table alone: SQLite's driver asks for the columns of 500 in one at most. */
  private static boolean has(Connection connection, String table) throws SQLException {
    try (ResultSet columns =
        connection.getMetaData().getColumns(null, connection.getSchema(), table, COLUMN)) {
      while (columns.next()) if (columns.getString("TABLE_NAME").equals(table)) return true;
      return false;
    }
  }

  static Map<String, List<Map<String, Object>>> read(Handle handle, String id) {
    Map<String, List<Map<String, Object>>> found = new LinkedHashMap<>();
    found.put("account", rows(handle, "select * from account where id = ?", id));
    for (String table : tables(handle))
      found.put(table, rows(handle, "select * from " + table + " where account = ?", id));
    found.put(CASES, rows(handle, "select * from " + CASES + " where opened_by = ?", id));
    found.values().removeIf(List::isEmpty);
    return found;
  }

  private static List<Map<String, Object>> rows(Handle handle, String sql, String id) {
    return new ArrayList<>(handle.select(sql, id).map(Belongings::row).list());
  }

  private static Map<String, Object> row(ResultSet row, StatementContext context)
      throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    var columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
      Object value = row.getObject(i);
      if (value != null && !KEPT_BACK.contains(name)) values.put(name, value);
    }
    return values;
  }

  static void give(Handle handle, String from, String to) {
    for (String table : tables(handle))
      handle.execute("update " + table + " set account = ? where account = ?", to, from);
    handle.execute(RUNNING, to, from);
    handle.execute("update " + CASES + " set opened_by = ? where opened_by = ?", to, from);
  }

  /** Deletes an account and all that belongs to it; how many rows. */
  public static int delete(Handle handle, String id) {
    int deleted = 0;
    for (String table : tables(handle))
      deleted += handle.execute("delete from " + table + " where account = ?", id);
    handle.execute(
        "update "
            + CASES
            + " set reason = null where opened_by = ? and kind in ('dispute', 'appeal')",
        id);
    return deleted + handle.execute("delete from account where id = ?", id);
  }
}
