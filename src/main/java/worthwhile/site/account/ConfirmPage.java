package worthwhile.site.account;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.SignIns;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;

/** {@code /account/confirm}: proving once more who one is, before something sensitive. */
final class ConfirmPage {
  private final Reception reception;

  ConfirmPage(Reception reception) {
    this.reception = reception;
  }

  /**
   * The form.
   *
   * @param password whether there is one to type
   * @param passkey whether there is one to use
   */
  record View(
      Account account, String next, boolean password, boolean passkey, Optional<String> error) {}

  void form(Context ctx, Visitor visitor) {
    if (visitor.account().isLocal()) reception.goTo(ctx, Reception.next(ctx));
    else show(ctx, visitor.account(), 200, Optional.empty());
  }

  void send(Context ctx, Visitor visitor) {
    switch (outcome(ctx, visitor.account(), reception)) {
      case SignIns.Outcome.SignedIn _ -> {
        reception.visitors().session(ctx).ifPresent(session -> reception.confirm(ctx, session));
        reception.goTo(ctx, Reception.next(ctx));
      }
      case SignIns.Outcome.Wrong() -> show(ctx, visitor.account(), 400, Optional.of(WRONG));
      case SignIns.Outcome.TooSoon(Duration delay) ->
          show(ctx, visitor.account(), 429, Optional.of(Reception.tooSoon(ctx, delay)));
    }
  }

  static final String WRONG = "That was not right. Nothing was changed; try again.";

  /** What comes of the password or passkey in a form of somebody signed in. */
  static SignIns.Outcome outcome(Context ctx, Account account, Reception reception) {
    String passkey = Reception.field(ctx, "credential");
    SignIns signIns = reception.accounts().signIns();
    return passkey.isEmpty()
        ? signIns.confirmByPassword(account, Reception.field(ctx, "password"), reception.from(ctx))
        : signIns.confirmByPasskey(account, reception.party(ctx), passkey, reception.from(ctx));
  }

  private void show(Context ctx, Account account, int status, Optional<String> error) {
    View view =
        new View(
            account,
            Reception.next(ctx),
            reception.accounts().hasPassword(account),
            !reception.accounts().passkeys().list(account.id()).isEmpty(),
            error);
    reception.page(ctx, status, "account/confirm", Labels.part("account.it-is-you"), view);
  }
}
