package worthwhile.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.work.earn.Goal;
import worthwhile.work.earn.WorkSettings;

/** How each worker wants her work counted. */
public final class WorkSettingRows {
  private final Database database;

  public WorkSettingRows(Database database) {
    this.database = database;
  }

  /** An account's settings; the usual ones as long as it has none. */
  public WorkSettings of(String account) {
    return database
        .find(WorkSettingRows::settings, "select * from work_setting where account = ?", account)
        .orElse(WorkSettings.USUAL);
  }

  /** Replaces an account's settings. */
  public void put(String account, WorkSettings settings) {
    database.update(
        """
                    insert into work_setting (account, zone, currency, contributes, day_goal, week_goal)
                    values (?, ?, ?, ?, ?, ?)
                    on conflict (account) do update set zone = excluded.zone,
                      currency = excluded.currency, contributes = excluded.contributes,
                      day_goal = excluded.day_goal, week_goal = excluded.week_goal
                    """,
        account,
        settings.zone().map(ZoneId::getId),
        settings.currency(),
        settings.contributes(),
        settings.day().map(Goal::text),
        settings.week().map(Goal::text));
  }

  private static WorkSettings settings(ResultSet row, StatementContext context)
      throws SQLException {
    return new WorkSettings(
        Columns.optionalText(row, "zone").map(ZoneId::of),
        Columns.optionalText(row, "currency"),
        Columns.optionalInstant(row, "contributes"),
        Columns.optionalText(row, "day_goal").map(Goal::of),
        Columns.optionalText(row, "week_goal").map(Goal::of));
  }
}
