package worthwhile.store.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.reputation.statement.Reply;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.sql.Columns;

/** What requesters answer. */
public final class ReplyRows {
  private static final String INSERT =
      """
      insert into reply (id, account, requester, about, text, hidden, created, changed)
      values (:id, :account, :requester, :subject, :text, :hidden, :created, :changed)
      """;

  private final Handle handle;

  ReplyRows(Handle handle) {
    this.handle = handle;
  }

  public void add(Reply reply) {
    handle
        .createUpdate(INSERT)
        .bindMethods(reply)
        .bind("subject", reply.about().toString())
        .execute();
  }

  /** Deletes an account's own; whether there was such. */
  public boolean delete(String account, String id) {
    return handle.execute("delete from reply where id = ? and account = ?", id, account) == 1;
  }

  /** Takes one out of sight, or brings it back; whether there is such. */
  public boolean hide(String id, boolean hidden) {
    return handle.execute("update reply set hidden = ? where id = ?", hidden, id) == 1;
  }

  public Optional<Reply> byId(String id) {
    return handle.select("select * from reply where id = ?", id).map(ReplyRows::reply).findOne();
  }

  /** All about any of these, the oldest first. */
  public List<Reply> about(Collection<Subject> about) {
    if (about.isEmpty()) return List.of();
    return handle
        .createQuery("select * from reply where about in (<about>) order by created, id")
        .bindList("about", about.stream().map(Subject::toString).toList())
        .map(ReplyRows::reply)
        .list();
  }

  private static Reply reply(ResultSet row, StatementContext context) throws SQLException {
    return new Reply(
        row.getString("id"),
        row.getString("account"),
        StatementColumns.requester(row, "requester").orElseThrow(),
        StatementColumns.subject(row, "about"),
        row.getString("text"),
        row.getInt("hidden") == 1,
        Columns.instant(row, "created"),
        Columns.instant(row, "changed"));
  }
}
