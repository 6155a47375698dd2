package worthwhile.store.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.posting.PostingJson;
import worthwhile.reputation.statement.Notice;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.sql.Columns;

/** What people are to be told. */
public final class NoticeRows {
  private final Handle handle;

  NoticeRows(Handle handle) {
    this.handle = handle;
  }

  public void add(Notice notice) {
    handle
        .createUpdate(
            """
            insert into notice (id, account, about, reason, created, seen)
            values (:id, :account, :subject, :reason, :created, :seen)
            """)
        .bindMethods(notice)
        .bind("subject", notice.about().toString())
        .execute();
  }

  /** An account's, the newest first. */
  public List<Notice> of(String account, int most) {
    return handle
        .select(
            "select * from notice where account = ? order by created desc, id limit ?",
            account,
            most)
        .map(NoticeRows::notice)
        .list();
  }

  /** How many an account has not had shown. */
  public int unseen(String account) {
    return handle
        .select("select count(*) from notice where account = ? and seen is null", account)
        .mapTo(Integer.class)
        .one();
  }

  /** Whether an account has the same to be told already. */
  public boolean isUnseen(String account, Subject about, String code) {
    return handle
        .select("select reason from notice where account = ? and about = ? and seen is null")
        .bind(0, account)
        .bind(1, about.toString())
        .map((row, _) -> PostingJson.readReason(row.getString(1)))
        .stream()
        .anyMatch(reason -> reason.code().equals(code));
  }

  /** An account had all of hers shown. */
  public void see(String account, Instant at) {
    handle.execute("update notice set seen = ? where account = ? and seen is null", at, account);
  }

  private static Notice notice(ResultSet row, StatementContext context) throws SQLException {
    return new Notice(
        row.getString("id"),
        row.getString("account"),
        StatementColumns.subject(row, "about"),
        PostingJson.readReason(row.getString("reason")),
        Columns.instant(row, "created"),
        Columns.optionalInstant(row, "seen"));
  }
}
