package worthwhile.command;

import org.jspecify.annotations.Nullable;
import worthwhile.Instance;
import worthwhile.UsageException;
import worthwhile.account.Account;
import worthwhile.account.Accounts;

/** Whose work a command is about. */
final class Worker {
  private Worker() {}

  /**
   * Id of the account with this name; without one that of the local user.
   *
   * @throws UsageException if there is no such account, or one must be named
   */
  static String id(Instance instance, @Nullable String name) {
    Accounts accounts = new Accounts(instance.store(), instance.clock());
    if (name == null)
      return accounts
          .local()
          .map(Account::id)
          .orElseThrow(
              () -> new UsageException("There are accounts here: name one with --user NAME."));
    return accounts
        .byName(name)
        .or(() -> accounts.byId(name))
        .map(Account::id)
        .orElseThrow(() -> new UsageException("There is no account " + name + "."));
  }
}
