package worthwhile.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import worthwhile.store.sql.Columns;

/**
 * What became of one worker's imported work on a platform.
 *
 * @param judged pieces that were paid, accepted or rejected
 * @param paid those that were paid or accepted
 * @param days from handing in to pay, on the average; null if no piece says
 * @param since the day of the first one
 */
public record TellerOfPlatform(
    String account, int judged, int paid, @Nullable Integer days, Instant since) {
  static final String SELECT =
      """
      select work.account, count(*) as judged,
        sum(case when work.status = '%2$s' then 0 else 1 end) as paid,
        round(avg((work.paid - work.submitted) / 86400000.0)) as days,
        min(coalesce(work.submitted, work.recorded)) as since
      from work %1$s
      where work.platform = ? and work.provenance = ?
        and work.status in ('approved', 'paid', '%2$s')
      group by work.account
      """;

  static TellerOfPlatform read(ResultSet row, StatementContext context) throws SQLException {
    double days = row.getDouble("days");
    boolean isUnknown = row.wasNull();
    return new TellerOfPlatform(
        row.getString("account"),
        row.getInt("judged"),
        row.getInt("paid"),
        isUnknown ? null : (Integer) (int) Math.max(0, Math.round(days)),
        Columns.instant(row, "since"));
  }
}
