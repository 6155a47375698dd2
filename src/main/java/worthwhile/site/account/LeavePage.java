package worthwhile.site.account;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.SignIns;
import worthwhile.community.Leaving;
import worthwhile.site.http.Cookies;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.SiteInstance;

/** {@code /account/delete}: deletes the account and all that belongs to it. */
final class LeavePage {
  private final Reception reception;
  private final Leaving leaving;

  LeavePage(Reception reception) {
    this.reception = reception;
    SiteInstance instance = reception.instance();
    leaving = new Leaving(instance.store(), instance.tail(), instance.clock());
  }

  /**
   * The form, or that it is done.
   *
   * @param password whether there is one to type
   * @param passkey whether there is one to use
   * @param reviews how many go with the account, unless their bare facts stay
   * @param stayed whether those of the account that is gone did
   */
  record View(
      Account account,
      boolean password,
      boolean passkey,
      int reviews,
      boolean gone,
      boolean stayed,
      Optional<String> error) {}

  void form(Context ctx, Visitor visitor) {
    show(ctx, visitor.account(), 200, Optional.empty());
  }

  void send(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    if (!Reception.field(ctx, "sure").equals("yes")) {
      show(
          ctx,
          account,
          400,
          Optional.of(Labels.part("account.nothing-was-deleted-tick-that-you-are-sure")));
      return;
    }
    if (account.isLocal()) {
      leave(ctx, account);
      return;
    }
    switch (ConfirmPage.outcome(ctx, account, reception)) {
      case SignIns.Outcome.SignedIn _ -> leave(ctx, account);
      case SignIns.Outcome.Wrong() -> show(ctx, account, 400, Optional.of(ConfirmPage.WRONG));
      case SignIns.Outcome.TooSoon(Duration delay) ->
          show(ctx, account, 429, Optional.of(Reception.tooSoon(ctx, delay)));
    }
  }

  private void leave(Context ctx, Account account) {
    boolean facts = Reception.field(ctx, "facts").equals("stay");
    leaving.leave(account, facts);
    reception.signOut(ctx);
    Cookies.forget(ctx, reception.instance().settings(), Cookies.Name.DEVICE);
    View view = new View(account, false, false, 0, true, facts, Optional.empty());
    reception.page(ctx, 200, "account/leave", Labels.part("account.deleted"), view);
  }

  private void show(Context ctx, Account account, int status, Optional<String> error) {
    boolean password = reception.accounts().hasPassword(account);
    boolean passkey = !reception.accounts().passkeys().list(account.id()).isEmpty();
    View view = new View(account, password, passkey, leaving.reviews(account), false, false, error);
    reception.page(ctx, status, "account/leave", Labels.part("account.delete"), view);
  }
}
