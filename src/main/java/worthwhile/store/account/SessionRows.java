package worthwhile.store.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    database.updateOf(
        """
        insert into account_session
          (id, hash, account, device, created, confirmed, last_seen, expires)
        values (:id, :hash, :account, :device, :created, :confirmed, :lastSeen, :expires)
        """,
        row);
  }

  /** The session with this hash, also if it is over. */
  public Optional<Row> byHash(String hash) {
    return database.find(Row.class, "select * from account_session where hash = ?", hash);
  }

  /** All of an account, the last used first. */
  public List<Row> of(String account) {
    return database.list(
        Row.class,
        "select * from account_session where account = ? order by last_seen desc, id",
        account);
  }

  /** Notes that it was used, or leaves that to the next use where the database is busy. */
  public void seen(String id, Instant at, Instant expires) {
    database.updateIfFree(
        "update account_session set last_seen = ?, expires = ? where id = ?", at, expires, id);
  }

  /** Gives a session whose owner has just proved who they are a new secret. */
  public void confirmed(String id, String hash, Instant at) {
    database.update(
        "update account_session set hash = ?, confirmed = ?, last_seen = ? where id = ?",
        hash,
        at,
        at,
        id);
  }

  /** Ends one of an account; whether there was such. */
  public boolean end(String account, String id) {
    return database.update("delete from account_session where account = ? and id = ?", account, id)
        == 1;
  }

  /** Ends all of an account but one; returns how many. */
  public int endOthers(String account, String kept) {
    return database.update(
        "delete from account_session where account = ? and id <> ?", account, kept);
  }

  /** Forgets those that are over. */
  public int deleteExpired(Instant now) {
    return database.update("delete from account_session where expires <= ?", now);
  }
}
