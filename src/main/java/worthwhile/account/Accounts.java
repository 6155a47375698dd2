package worthwhile.account;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import worthwhile.store.AccountRows;
import worthwhile.store.Store;

/** Everybody who has an account here, with their sessions and tokens. */
public final class Accounts {
  private static final Account OWNER =
      new Account(Account.LOCAL, "you", EnumSet.allOf(Role.class), Instant.EPOCH);

  private final AccountRows rows;
  private final Sessions sessions;
  private final Tokens tokens;

  public Accounts(Store store, Clock clock) {
    rows = store.accounts();
    sessions = new Sessions(store.sessions(), clock);
    tokens = new Tokens(store.tokens(), clock);
  }

  public Sessions sessions() {
    return sessions;
  }

  public Tokens tokens() {
    return tokens;
  }

  /**
   * The one user of an instance that only its own machine can reach, as long as nobody has signed
   * up: who sits at the machine owns the instance. Absent once there is an account. Whether an
   * instance is such a one is for the caller to know.
   */
  public Optional<Account> local() {
    return rows.isEmpty() ? Optional.of(OWNER) : Optional.empty();
  }

  /** The account with this id; the local user as long as {@link #local()} is there. */
  public Optional<Account> byId(String id) {
    return id.equals(Account.LOCAL) ? local() : rows.byId(id).map(Accounts::account);
  }

  /** All, by name; never the local user. */
  public List<Account> all() {
    return rows.all().stream().map(Accounts::account).toList();
  }

  static Account account(AccountRows.Row row) {
    Set<Role> roles =
        row.roles().stream().flatMap(word -> Role.of(word).stream()).collect(Collectors.toSet());
    return new Account(row.id(), row.name(), roles, row.created());
  }
}
