package worthwhile.store.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
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
    return database.updateOf(
            """
            insert into passkey (id, account, name, credential, uses, backup_eligible, backed_up,
              transports, created)
            values (:id, :account, :name, :credential, :uses, :backupEligible, :backedUp,
              :transports, :created)
            on conflict (id) do nothing
            """,
            passkey)
        == 1;
  }

  /** The passkey with this id. */
  public Optional<Passkey> passkey(String id) {
    return database.find(Passkey.class, "select * from passkey where id = ?", id);
  }

  /** All of an account, the oldest first. */
  public List<Passkey> passkeys(String account) {
    return database.list(
        Passkey.class, "select * from passkey where account = ? order by created, id", account);
  }

  /** Notes that it was used. */
  public void used(String id, long uses, boolean backedUp, Instant at) {
    database.update(
        "update passkey set uses = ?, backed_up = ?, last_used = ? where id = ?",
        uses,
        backedUp,
        at,
        id);
  }

  /** Renames one of an account; whether there is such. */
  public boolean rename(String account, String id, String name) {
    return database.update(
            "update passkey set name = ? where account = ? and id = ?", name, account, id)
        == 1;
  }

  /** Forgets one of an account; whether there was such. */
  public boolean remove(String account, String id) {
    return database.update("delete from passkey where account = ? and id = ?", account, id) == 1;
  }

  /** Replaces all recovery codes of an account. */
  public void putCodes(String account, Collection<String> hashes) {
    database.write(
        handle -> {
          handle.execute("delete from recovery_code where account = ?", account);
          var batch =
              handle.prepareBatch("insert into recovery_code (account, hash) values (?, ?)");
          for (String hash : hashes) batch.add(account, hash);
          return batch.execute().length;
        });
  }

  /** Uses a recovery code up; false if there is none such or it was used before. */
  public boolean useCode(String account, String hash, Instant at) {
    return database.update(
            "update recovery_code set used = ? where account = ? and hash = ? and used is null",
            at,
            account,
            hash)
        == 1;
  }

  /** How many recovery codes of an account are left. */
  public int codesLeft(String account) {
    return database.one(
        Integer.class,
        "select count(*) from recovery_code where account = ? and used is null",
        account);
  }

  /** Remembers a browser from which an account's owner signed in. */
  public void know(String hash, String account, Instant now, Instant expires) {
    database.write(
        handle -> {
          deleteBefore(handle, "known_device", now);
          return handle.execute(
              "insert into known_device (hash, account, created, expires) values (?, ?, ?, ?)"
                  + " on conflict (hash) do update set expires = excluded.expires",
              hash,
              account,
              now,
              expires);
        });
  }

  /** Whether the browser is remembered. */
  public boolean isKnown(String hash, Instant now) {
    return database
        .find(Integer.class, "select 1 from known_device where hash = ? and expires > ?", hash, now)
        .isPresent();
  }

  /** Forgets the browsers from which an account's owner signed in. */
  public void forgetDevices(String account) {
    database.update("delete from known_device where account = ?", account);
  }

  /** Stores a question, and forgets those that nobody has answered in time. */
  public void ask(Challenge challenge, Instant now) {
    database.write(
        handle -> {
          deleteBefore(handle, "passkey_challenge", now);
          return handle.execute(
              "insert into passkey_challenge (hash, account, purpose, expires) values (?, ?, ?, ?)",
              challenge.hash(),
              challenge.account(),
              challenge.purpose(),
              challenge.expires());
        });
  }

  /** Takes a question back for its one answer; absent if it was not asked or is over. */
  public Optional<Challenge> answered(String hash, Instant now) {
    return database
        .write(
            handle ->
                handle
                    .select("delete from passkey_challenge where hash = ? returning *", hash)
                    .mapTo(Challenge.class)
                    .findOne())
        .filter(challenge -> challenge.expires().isAfter(now));
  }

  private static void deleteBefore(Handle handle, String table, Instant now) {
    handle.execute("delete from " + table + " where expires <= ?", now);
  }
}
