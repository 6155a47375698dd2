package worthwhile.store.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import worthwhile.store.sql.Database;

/** Tokens by which programs act for an account. */
public final class TokenRows {
  private final Database database;

  public TokenRows(Database database) {
    this.database = database;
  }

  /**
   * One token.
   *
   * @param id by which its owner can end it; opens nothing
   * @param hash of the token itself, which is not kept
   * @param name what its owner calls it
   * @param scopes what it may do, in words
   * @param lastUsed roughly; absent if never
   */
  public record Row(
      String id,
      String hash,
      String account,
      String name,
      Set<String> scopes,
      Instant created,
      Instant expires,
      Optional<Instant> lastUsed) {}

  /** Stores a new token. */
  public void add(Row row) {
    database.updateOf(
        """
        insert into api_token (id, hash, account, name, scopes, created, expires)
        values (:id, :hash, :account, :name, :scopes, :created, :expires)
        """,
        row);
  }

  /** The token with this hash, also if it has expired. */
  public Optional<Row> byHash(String hash) {
    return database.find(Row.class, "select * from api_token where hash = ?", hash);
  }

  /** All of an account, the newest first. */
  public List<Row> of(String account) {
    return database.list(
        Row.class, "select * from api_token where account = ? order by created desc, id", account);
  }

  /** Notes that it was used, or leaves that to the next use where the database is busy. */
  public void used(String id, Instant at) {
    database.updateIfFree("update api_token set last_used = ? where id = ?", at, id);
  }

  /** Forgets one of an account; whether there was such. */
  public boolean delete(String account, String id) {
    return database.update("delete from api_token where account = ? and id = ?", account, id) == 1;
  }
}
