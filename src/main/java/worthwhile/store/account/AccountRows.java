package worthwhile.store.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import worthwhile.store.sql.Database;

/** Accounts as they are stored. Sessions, tokens and credentials have tables of their own. */
public final class AccountRows {
  private final Database database;

  public AccountRows(Database database) {
    this.database = database;
  }

  /**
   * One account.
   *
   * @param key what names are compared by; unique
   * @param roles words; empty for none
   * @param password as hashed; absent if one signs in by passkey only
   */
  public record Row(
      String id,
      String name,
      @ColumnName("name_key") String key,
      Set<String> roles,
      Optional<String> email,
      Optional<String> password,
      Instant created) {}

  /** Stores a new account; false if its key is taken, and then nothing is stored. */
  public boolean add(Row row) {
    return database.write(handle -> insert(handle, row) == 1);
  }

  /**
   * Stores a new account and gives it all that another id has, if there is no account yet.
   *
   * @return false if there is one, and then nothing is stored
   */
  public boolean addFirst(Row row, String heirOf) {
    return database.write(
        handle -> {
          if (handle.select("select 1 from account limit 1").mapTo(int.class).findOne().isPresent())
            return false;
          insert(handle, row);
          Belongings.give(handle, heirOf, row.id());
          return true;
        });
  }

  /**
   * All that is stored of an account, table by table, without what opens anything (hashes, keys).
   * Times are milliseconds since 1970.
   */
  public Map<String, List<Map<String, Object>>> export(String id) {
    return database.read(handle -> Belongings.read(handle, id));
  }

  /** Deletes an account and all that belongs to it, in whichever table; whether there was any. */
  public boolean delete(String id) {
    return database.write(handle -> Belongings.delete(handle, id) > 0);
  }

  private static int insert(Handle handle, Row row) {
    return handle
        .createUpdate(
            """
            insert into account (id, name, name_key, roles, email, password, created)
            values (:id, :name, :key, :roles, :email, :password, :created)
            on conflict (name_key) do nothing
            """)
        .bindMethods(row)
        .execute();
  }

  /** The account with this id. */
  public Optional<Row> byId(String id) {
    return one("select * from account where id = ?", id);
  }

  /** The account whose name has this key. */
  public Optional<Row> byKey(String key) {
    return one("select * from account where name_key = ?", key);
  }

  private Optional<Row> one(String sql, String value) {
    return database.find(Row.class, sql, value);
  }

  /** All, by name. */
  public List<Row> all() {
    return database.list(Row.class, "select * from account order by name_key");
  }

  /** Whether there is any account. */
  public boolean isEmpty() {
    return database.find(Integer.class, "select 1 from account limit 1").isEmpty();
  }

  /** Replaces the roles; whether there is such an account. */
  public boolean setRoles(String id, Set<String> roles) {
    return set("roles", id, roles);
  }

  /** Replaces the e-mail address. */
  public boolean setEmail(String id, Optional<String> email) {
    return set("email", id, email);
  }

  /** Replaces the hash of the password; absent takes the password away. */
  public boolean setPassword(String id, Optional<String> hash) {
    return set("password", id, hash);
  }

  private boolean set(String column, String id, Object value) {
    return database.update("update account set " + column + " = ? where id = ?", value, id) == 1;
  }
}
