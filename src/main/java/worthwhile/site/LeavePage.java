package worthwhile.site;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.SignIns;

/** {@code /account/delete}: deletes the account and all that belongs to it. */
final class LeavePage {
  private final Reception reception;

  LeavePage(Reception reception) {
    this.reception = reception;
  }

  /**
   * The form, or that it is done.
   *
   * @param password whether there is one to type
   * @param passkey whether there is one to use
   */
  record View(
      Account account, boolean password, boolean passkey, boolean gone, Optional<String> error) {}

  Handler form() {
    return ctx -> show(ctx, 200, false, Optional.empty());
  }

  Handler send() {
    return this::send;
  }

  private void send(Context ctx) {
    Account account = reception.person(ctx);
    if (!Reception.field(ctx, "sure").equals("yes")) {
      show(ctx, 400, false, Optional.of("Nothing was deleted: tick that you are sure."));
      return;
    }
    if (account.isLocal()) {
      leave(ctx, account);
      return;
    }
    switch (ConfirmPage.outcome(ctx, reception)) {
      case SignIns.Outcome.SignedIn _ -> leave(ctx, account);
      case SignIns.Outcome.Wrong() -> show(ctx, 400, false, Optional.of(ConfirmPage.WRONG));
      case SignIns.Outcome.TooSoon(Duration delay) ->
          show(ctx, 429, false, Optional.of(Reception.tooSoon(ctx, delay)));
    }
  }

  private void leave(Context ctx, Account account) {
    reception.accounts().delete(account);
    reception.signOut(ctx);
    Cookies.forget(ctx, reception.instance().settings(), Cookies.Name.DEVICE);
    View view = new View(account, false, false, true, Optional.empty());
    reception.page(ctx, 200, "leave", "Deleted", view);
  }

  private void show(Context ctx, int status, boolean gone, Optional<String> error) {
    Account account = reception.person(ctx);
    boolean password = reception.accounts().hasPassword(account);
    boolean passkey = !reception.accounts().passkeys().list(account.id()).isEmpty();
    View view = new View(account, password, passkey, gone, error);
    reception.page(ctx, status, "leave", "Delete", view);
  }
}
