package worthwhile.site.account;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.site.view.Labels;

/** {@code /account/sign-up}: a name, and a password or a passkey. */
final class SignUpPage {
  private final Reception reception;

  SignUpPage(Reception reception) {
    this.reception = reception;
  }

  /**
   * The form.
   *
   * @param field which field is wrong; empty for none or all
   * @param error what is wrong
   * @param open whether people may sign up here
   * @param heir whether the account takes over what the local user has
   */
  record View(
      String name,
      String email,
      String field,
      Optional<String> error,
      boolean open,
      boolean heir,
      String next) {
    String signIn() {
      return Reception.leadingOn("/account/sign-in", next);
    }

    boolean wrong(String name) {
      return field.equals(name);
    }
  }

  void form(Context ctx) {
    if (reception.visitors().session(ctx).isPresent()) reception.goTo(ctx, Reception.next(ctx));
    else show(ctx, isOpen() ? 200 : 403, "", Optional.empty());
  }

  private boolean isOpen() {
    return reception.instance().settings().signUpOpen();
  }

  void send(Context ctx) {
    if (!isOpen()) {
      show(ctx, 403, "", Optional.empty());
      return;
    }
    switch (join(ctx)) {
      case Accounts.Joined.In(Account account) -> welcome(ctx, account);
      case Accounts.Joined.Refused(String field, String reason) ->
          show(ctx, 400, field, Optional.of(reason));
      case Accounts.Joined.TooSoon(Duration delay) ->
          show(ctx, 429, "", Optional.of(Reception.tooSoon(ctx, delay)));
    }
  }

  private Accounts.Joined join(Context ctx) {
    Accounts accounts = reception.accounts();
    String passkey = Reception.field(ctx, "credential");
    String email = Reception.field(ctx, "email");
    Accounts.Wish wish =
        new Accounts.Wish(Reception.field(ctx, "name"), Optional.of(email), isHeir(ctx));
    String address = reception.address(ctx);
    return passkey.isEmpty()
        ? accounts.join(wish, Reception.field(ctx, "password"), address)
        : accounts.joinByPasskey(
            wish, reception.party(ctx), passkey, Reception.device(ctx), address);
  }

  /** Only who sits at the machine inherits from the local user. */
  private boolean isHeir(Context ctx) {
    return reception.visitors().of(ctx).map(Account::isLocal).orElse(false);
  }

  private void welcome(Context ctx, Account account) {
    reception.signIn(ctx, account);
    var codes = reception.accounts().recoveryCodes().make(account.id());
    reception.page(
        ctx,
        200,
        "account/codes",
        Labels.part("account.your-recovery-codes"),
        new CodesForm.View(account, codes, true, Reception.next(ctx)));
  }

  private void show(Context ctx, int status, String field, Optional<String> error) {
    View view =
        new View(
            Reception.field(ctx, "name"),
            Reception.field(ctx, "email"),
            field,
            error,
            isOpen(),
            isHeir(ctx),
            Reception.next(ctx));
    reception.page(ctx, status, "account/signup", Labels.part("account.sign-up"), view);
  }
}
