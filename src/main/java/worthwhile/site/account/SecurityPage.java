package worthwhile.site.account;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.Passkey;
import worthwhile.account.Session;
import worthwhile.site.http.Visitor;
import worthwhile.site.http.VisitorHandler;
import worthwhile.site.view.Labels;

/** {@code GET /account/security}: how one signs in, and where one is signed in. */
final class SecurityPage implements VisitorHandler {
  private static final Map<String, String> DONE =
      Map.ofEntries(
          Map.entry(
              "recovered",
              "You are signed in; that recovery code is used up. Set a new password or add a passkey"
                  + " now."),
          Map.entry("password", "The password is changed, and all other browsers are signed out."),
          Map.entry("no-password", "The password is gone. Sign in with a passkey from now on."),
          Map.entry("passkey", "The passkey is added."),
          Map.entry("renamed", "The passkey is renamed."),
          Map.entry("removed", "The passkey is removed."),
          Map.entry("ended", "That browser is signed out."),
          Map.entry("others", "All other browsers are signed out."),
          Map.entry("email", "The e-mail address is saved."));

  private static final Map<String, String> FAILED =
      Map.of(
          "last",
          "This is the only way into your account and was kept. Add another one first.",
          "passkey",
          worthwhile.account.Accounts.PASSKEY_FAILED,
          "email",
          "This is no e-mail address. Correct it, or leave the field empty.");

  private final Reception reception;

  SecurityPage(Reception reception) {
    this.reception = reception;
  }

  /**
   * The page.
   *
   * @param here id of the session of this very browser
   */
  record View(
      Account account,
      Optional<String> email,
      boolean password,
      List<Passkey> passkeys,
      int codes,
      List<Session> sessions,
      String here,
      Instant now,
      Optional<String> done,
      Optional<String> error) {}

  @Override
  public void handle(Context ctx, Visitor visitor) {
    Optional<String> failed = Optional.ofNullable(ctx.queryParam("failed")).map(FAILED::get);
    show(ctx, visitor.account(), 200, failed);
  }

  /** The page, with what went wrong. */
  void show(Context ctx, Account account, int status, Optional<String> error) {
    if (account.isLocal()) {
      reception.goTo(ctx, "/account");
      return;
    }
    var accounts = reception.accounts();
    View view =
        new View(
            account,
            accounts.email(account),
            accounts.hasPassword(account),
            accounts.passkeys().list(account.id()),
            accounts.recoveryCodes().left(account.id()),
            accounts.sessions().list(account.id()),
            reception.visitors().session(ctx).map(Session::id).orElse(""),
            reception.instance().now(),
            Reception.done(ctx, DONE),
            error);
    reception.page(ctx, status, "account/security", Labels.part("account.signing-in"), view);
  }
}
