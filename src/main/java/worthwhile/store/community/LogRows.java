package worthwhile.store.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.reputation.statement.LogEntry;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Revision;

/** The public log of moderation: lines are added and never changed. */
public final class LogRows {
  private static final String INSERT =
      """
      insert into moderation_log (id, at, action, about, moderation_case, by_account, by_role, rule,
        reason)
      values (:number, :at, :action, :subject, :moderationCase, :byAccount, :byRole, :rule, :reason)
      """;

  private final Handle handle;

  LogRows(Handle handle) {
    this.handle = handle;
  }

  /** Adds a line, under a number of its own; the entry's is not looked at. */
  public long add(LogEntry entry) {
    long number = Revision.reserve(handle, 1) + 1;
    handle
        .createUpdate(INSERT)
        .bindMethods(entry)
        .bind("number", number)
        .bind("subject", entry.about().toString())
        .execute();
    return number;
  }

  /**
   * Lines, the newest first.
   *
   * @param before only those with a smaller number
   */
  public List<LogEntry> page(long before, int most) {
    return handle
        .select("select * from moderation_log where id < ? order by id desc limit ?", before, most)
        .map(LogRows::entry)
        .list();
  }

  private static LogEntry entry(ResultSet row, StatementContext context) throws SQLException {
    return new LogEntry(
        row.getLong("id"),
        Columns.instant(row, "at"),
        row.getString("action"),
        StatementColumns.subject(row, "about"),
        Columns.optionalText(row, "moderation_case"),
        Columns.optionalText(row, "by_account"),
        row.getString("by_role"),
        Columns.optionalText(row, "rule"),
        Columns.optionalText(row, "reason"));
  }
}
