package worthwhile.store.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who wants to be asked when money is due, and about which work she was. */
public final class DueRows {
  private final Handle handle;

  DueRows(Handle handle) {
    this.handle = handle;
  }

  /** Since when an account wants to be asked; absent if it does not. */
  public Optional<Instant> since(String account) {
    return handle
        .select("select since from due_asking where account = ?", account)
        .mapTo(Instant.class)
        .findOne();
  }

  /** Notes whether an account wants to be asked. */
  public boolean ask(String account, boolean wanted, Instant now) {
    int rows =
        wanted
            ? handle.execute(
                "insert into due_asking (account, since) values (?, ?) on conflict do nothing",
                account,
                now)
            : handle.execute("delete from due_asking where account = ?", account);
    return rows == 1;
  }

  /** Accounts that want to be asked. */
  public List<String> asking() {
    return handle
        .select("select account from due_asking order by account")
        .mapTo(String.class)
        .list();
  }

  /** Nobody else asks an account until the transaction ends; false if it does not want it. */
  public boolean lock(String account) {
    return handle.execute("update due_asking set since = since where account = ?", account) == 1;
  }

  /** When an account was asked last; absent if it never was. */
  public Optional<Instant> last(String account) {
    return handle
        .select("select max(at) from due_told where account = ?", account)
        .mapTo(Instant.class)
        .findOne();
  }

  /** Work about which an account was asked. */
  public Set<UUID> told(String account) {
    return new HashSet<>(ids("select work from due_told where account = ?", account));
  }

  /** Work about which an account was asked at a moment. */
  public List<UUID> told(String account, Instant at) {
    return ids("select work from due_told where account = ? and at = ? order by work", account, at);
  }

  private List<UUID> ids(String sql, Object... values) {
    return handle.select(sql, values).mapTo(String.class).list().stream()
        .map(UUID::fromString)
        .toList();
  }

  /** Notes that an account is asked about work. */
  public void tell(String account, Collection<UUID> work, Instant at) {
    PreparedBatch batch =
        handle.prepareBatch("insert into due_told (account, work, at) values (?, ?, ?)");
    for (UUID each : work) batch.add(account, each, at);
    if (batch.size() > 0) batch.execute();
  }
}
