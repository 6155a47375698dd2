package worthwhile.store.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/** Sessions: browsers in which somebody is signed in. */
public final class SessionRows {
  private final Database database;

  public SessionRows(Database database) {
    this.database = database;
  }

  /**
   * One session.
   *
   * @param id by which its owner can end it; opens nothing
   * @param hash of what the browser holds
   * @param device the browser and system, in words
   * @param created when the person signed in
   * @param confirmed when the person last proved who they are
   * @param lastSeen roughly when it was last used
   * @param expires when it ends unless it is used
   */
  public record Row(
      String id,
      String hash,
      String account,
      String device,
      Instant created,
      Instant confirmed,
      Instant lastSeen,
      Instant expires) {}

  /** Stores a new session. */
  public void add(Row row) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into account_session
                      (id, hash, account, device, created, confirmed, last_seen, expires)
                    values
                      (:id, :hash, :account, :device, :created, :confirmed, :lastSeen, :expires)
                    """)
                .bind("id", row.id())
                .bind("hash", row.hash())
                .bind("account", row.account())
                .bind("device", Columns.text(row.device()))
                .bind("created", Columns.millis(row.created()))
                .bind("confirmed", Columns.millis(row.confirmed()))
                .bind("lastSeen", Columns.millis(row.lastSeen()))
                .bind("expires", Columns.millis(row.expires()))
                .execute());
  }

  /** The session with this hash, also if it is over. */
  public Optional<Row> byHash(String hash) {
    return database.read(
        handle ->
            handle
                .createQuery("select * from account_session where hash = :hash")
                .bind("hash", hash)
                .map(SessionRows::row)
                .findOne());
  }

  /** All of an account, the last used first. */
  public List<Row> of(String account) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select * from account_session where account = :account"
                        + " order by last_seen desc, id")
                .bind("account", account)
                .map(SessionRows::row)
                .list());
  }

  /** Notes that it was used. */
  public void seen(String id, Instant at, Instant expires) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "update account_session set last_seen = :at, expires = :expires where id = :id")
                .bind("at", Columns.millis(at))
                .bind("expires", Columns.millis(expires))
                .bind("id", id)
                .execute());
  }

  /** Gives a session whose owner has just proved who they are a new secret. */
  public void confirmed(String id, String hash, Instant at) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "update account_session set hash = :hash, confirmed = :at, last_seen = :at"
                        + " where id = :id")
                .bind("hash", hash)
                .bind("at", Columns.millis(at))
                .bind("id", id)
                .execute());
  }

  /** Ends one of an account; whether there was such. */
  public boolean end(String account, String id) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        "delete from account_session where account = :account and id = :id")
                    .bind("account", account)
                    .bind("id", id)
                    .execute()
                == 1);
  }

  /** Ends all of an account but one; returns how many. */
  public int endOthers(String account, String kept) {
    return database.write(
        handle ->
            handle
                .createUpdate("delete from account_session where account = :account and id <> :id")
                .bind("account", account)
                .bind("id", kept)
                .execute());
  }

  /** Forgets those that are over. */
  public int deleteExpired(Instant now) {
    return database.write(
        handle ->
            handle
                .createUpdate("delete from account_session where expires <= :now")
                .bind("now", Columns.millis(now))
                .execute());
  }

  private static Row row(ResultSet row, StatementContext context) throws SQLException {
    return new Row(
        row.getString("id"),
        row.getString("hash"),
        row.getString("account"),
        row.getString("device"),
        Columns.instant(row, "created"),
        Columns.instant(row, "confirmed"),
        Columns.instant(row, "last_seen"),
        Columns.instant(row, "expires"));
  }
}
