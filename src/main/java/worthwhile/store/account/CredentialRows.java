package worthwhile.store.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/** What people sign in with besides passwords: passkeys, recovery codes, browsers known before. */
public final class CredentialRows {
  private final Database database;

  public CredentialRows(Database database) {
    this.database = database;
  }

  /**
   * A passkey.
   *
   * @param id as its authenticator names it, base64url
   * @param name what its owner calls it
   * @param credential public key and what belongs to it
   * @param uses as its authenticator counts; 0 if it does not
   * @param backupEligible whether it may be kept in more than one place
   * @param backedUp whether it is
   * @param transports how its authenticator is reached, in words
   */
  public record Passkey(
      String id,
      String account,
      String name,
      byte[] credential,
      long uses,
      boolean backupEligible,
      boolean backedUp,
      Set<String> transports,
      Instant created,
      Optional<Instant> lastUsed) {}

  /**
   * A question put to an authenticator.
   *
   * @param account whose answer is awaited; absent if anybody's
   */
  public record Challenge(String hash, Optional<String> account, String purpose, Instant expires) {}

  /** Stores a new passkey; false if there is one with this id. */
  public boolean add(Passkey passkey) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        """
                        insert into passkey (id, account, name, credential, uses, backup_eligible,
                          backed_up, transports, created)
                        values (:id, :account, :name, :credential, :uses, :eligible, :backedUp,
                          :transports, :created)
                        on conflict (id) do nothing
                        """)
                    .bind("id", passkey.id())
                    .bind("account", passkey.account())
                    .bind("name", Columns.text(passkey.name()))
                    .bind("credential", passkey.credential())
                    .bind("uses", passkey.uses())
                    .bind("eligible", passkey.backupEligible() ? 1 : 0)
                    .bind("backedUp", passkey.backedUp() ? 1 : 0)
                    .bind("transports", Columns.words(passkey.transports()))
                    .bind("created", Columns.millis(passkey.created()))
                    .execute()
                == 1);
  }

  /** The passkey with this id. */
  public Optional<Passkey> passkey(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("select * from passkey where id = :id")
                .bind("id", Columns.text(id))
                .map(CredentialRows::passkey)
                .findOne());
  }

  /** All of an account, the oldest first. */
  public List<Passkey> passkeys(String account) {
    return database.read(
        handle ->
            handle
                .createQuery("select * from passkey where account = :account order by created, id")
                .bind("account", account)
                .map(CredentialRows::passkey)
                .list());
  }

  /** Notes that it was used. */
  public void used(String id, long uses, boolean backedUp, Instant at) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "update passkey set uses = :uses, backed_up = :backedUp, last_used = :at"
                        + " where id = :id")
                .bind("uses", uses)
                .bind("backedUp", backedUp ? 1 : 0)
                .bind("at", Columns.millis(at))
                .bind("id", id)
                .execute());
  }

  /** Renames one of an account; whether there is such. */
  public boolean rename(String account, String id, String name) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        "update passkey set name = :name where account = :account and id = :id")
                    .bind("name", Columns.text(name))
                    .bind("account", account)
                    .bind("id", Columns.text(id))
                    .execute()
                == 1);
  }

  /** Forgets one of an account; whether there was such. */
  public boolean remove(String account, String id) {
    return database.write(
        handle ->
            handle
                    .createUpdate("delete from passkey where account = :account and id = :id")
                    .bind("account", account)
                    .bind("id", Columns.text(id))
                    .execute()
                == 1);
  }

  /** Replaces all recovery codes of an account. */
  public void putCodes(String account, Collection<String> hashes) {
    database.write(
        handle -> {
          handle
              .createUpdate("delete from recovery_code where account = :account")
              .bind("account", account)
              .execute();
          var batch =
              handle.prepareBatch(
                  "insert into recovery_code (account, hash) values (:account, :hash)");
          for (String hash : hashes) batch.bind("account", account).bind("hash", hash).add();
          return batch.execute().length;
        });
  }

  /** Uses a recovery code up; false if there is none such or it was used before. */
  public boolean useCode(String account, String hash, Instant at) {
    return database.write(
        handle ->
            handle
                    .createUpdate(
                        "update recovery_code set used = :at"
                            + " where account = :account and hash = :hash and used is null")
                    .bind("at", Columns.millis(at))
                    .bind("account", account)
                    .bind("hash", hash)
                    .execute()
                == 1);
  }

  /** How many recovery codes of an account are left. */
  public int codesLeft(String account) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select count(*) from recovery_code where account = :account and used is null")
                .bind("account", account)
                .mapTo(Integer.class)
                .one());
  }

  /** Remembers a browser from which an account's owner signed in. */
  public void know(String hash, String account, Instant now, Instant expires) {
    database.write(
        handle -> {
          deleteBefore(handle, "known_device", now);
          return handle
              .createUpdate(
                  "insert into known_device (hash, account, created, expires)"
                      + " values (:hash, :account, :now, :expires)"
                      + " on conflict (hash) do update set expires = excluded.expires")
              .bind("hash", hash)
              .bind("account", account)
              .bind("now", Columns.millis(now))
              .bind("expires", Columns.millis(expires))
              .execute();
        });
  }

  /** Whether the browser is remembered. */
  public boolean isKnown(String hash, Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery("select 1 from known_device where hash = :hash and expires > :now")
                .bind("hash", hash)
                .bind("now", Columns.millis(now))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** Forgets the browsers from which an account's owner signed in. */
  public void forgetDevices(String account) {
    database.write(
        handle ->
            handle
                .createUpdate("delete from known_device where account = :account")
                .bind("account", account)
                .execute());
  }

  /** Stores a question, and forgets those that nobody has answered in time. */
  public void ask(Challenge challenge, Instant now) {
    database.write(
        handle -> {
          deleteBefore(handle, "passkey_challenge", now);
          return handle
              .createUpdate(
                  "insert into passkey_challenge (hash, account, purpose, expires)"
                      + " values (:hash, :account, :purpose, :expires)")
              .bind("hash", challenge.hash())
              .bind("account", challenge.account().orElse(null))
              .bind("purpose", challenge.purpose())
              .bind("expires", Columns.millis(challenge.expires()))
              .execute();
        });
  }

  /** Takes a question back for its one answer; absent if it was not asked or is over. */
  public Optional<Challenge> answered(String hash, Instant now) {
    return database
        .write(
            handle ->
                handle
                    .createQuery("delete from passkey_challenge where hash = :hash returning *")
                    .bind("hash", hash)
                    .map(CredentialRows::challenge)
                    .findOne())
        .filter(challenge -> challenge.expires().isAfter(now));
  }

  private static void deleteBefore(Handle handle, String table, Instant now) {
    handle
        .createUpdate("delete from " + table + " where expires <= :now")
        .bind("now", Columns.millis(now))
        .execute();
  }

  private static Challenge challenge(ResultSet row, StatementContext context) throws SQLException {
    return new Challenge(
        row.getString("hash"),
        Columns.optionalText(row, "account"),
        row.getString("purpose"),
        Columns.instant(row, "expires"));
  }

  private static Passkey passkey(ResultSet row, StatementContext context) throws SQLException {
    return new Passkey(
        row.getString("id"),
        row.getString("account"),
        row.getString("name"),
        row.getBytes("credential"),
        row.getLong("uses"),
        row.getInt("backup_eligible") == 1,
        row.getInt("backed_up") == 1,
        new TreeSet<>(Columns.words(row.getString("transports"))),
        Columns.instant(row, "created"),
        Columns.optionalInstant(row, "last_used"));
  }
}
