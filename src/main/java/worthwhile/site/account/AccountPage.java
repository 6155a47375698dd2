package worthwhile.site.account;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.site.http.Visitor;
import worthwhile.site.http.VisitorHandler;
import worthwhile.site.view.Labels;

/** {@code GET /account}: an overview of the account, with links to its parts. */
final class AccountPage implements VisitorHandler {
  private static final Map<String, String> DONE = Map.of("email", "The e-mail address is saved.");

  private final Reception reception;

  AccountPage(Reception reception) {
    this.reception = reception;
  }

  /**
   * The overview.
   *
   * @param codes recovery codes that are left
   * @param done what has just been done
   */
  record View(
      Account account,
      Optional<String> email,
      int sessions,
      int tokens,
      int passkeys,
      boolean password,
      int codes,
      boolean signUpOpen,
      Optional<String> done) {}

  @Override
  public void handle(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    var accounts = reception.accounts();
    View view =
        new View(
            account,
            accounts.email(account),
            accounts.sessions().list(account.id()).size(),
            accounts.tokens().list(account.id()).size(),
            accounts.passkeys().list(account.id()).size(),
            accounts.hasPassword(account),
            accounts.recoveryCodes().left(account.id()),
            reception.instance().settings().signUpOpen(),
            Reception.done(ctx, DONE));
    reception.page(ctx, 200, "account/account", Labels.part("account.account"), view);
  }
}
