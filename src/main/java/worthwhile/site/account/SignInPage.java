package worthwhile.site.account;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.SignIns;
import worthwhile.site.view.Labels;

/** {@code /account/sign-in}: by password or passkey. */
final class SignInPage {
  /** The same for a wrong password and for a name that nobody has. */
  private static final String WRONG =
      "Name and password do not fit together. Check both, or use a passkey or a recovery code.";

  private static final String WRONG_PASSKEY =
      "That passkey was not accepted here. Try again, or sign in another way.";

  private final Reception reception;

  SignInPage(Reception reception) {
    this.reception = reception;
  }

  /**
   * The form.
   *
   * @param name as typed before
   * @param next path to go to afterwards
   * @param error what went wrong
   * @param local whether the instance has only its local user
   */
  record View(String name, String next, Optional<String> error, boolean local, boolean signUpOpen) {
    /** What an account is needed for; absent where she came for nothing else. */
    Optional<String> purpose() {
      return Reception.purpose(next);
    }

    String signUp() {
      return Reception.leadingOn("/account/sign-up", next);
    }
  }

  void form(Context ctx) {
    if (reception.visitors().session(ctx).isPresent()) reception.goTo(ctx, Reception.next(ctx));
    else show(ctx, 200, "", Optional.empty());
  }

  void send(Context ctx) {
    String passkey = Reception.field(ctx, "credential");
    String name = Reception.field(ctx, "name");
    SignIns signIns = reception.accounts().signIns();
    SignIns.Outcome outcome =
        passkey.isEmpty()
            ? signIns.byPassword(name, Reception.field(ctx, "password"), reception.from(ctx))
            : signIns.byPasskey(reception.party(ctx), passkey, reception.from(ctx));
    switch (outcome) {
      case SignIns.Outcome.SignedIn(Account account) -> {
        reception.signIn(ctx, account);
        reception.goTo(ctx, Reception.next(ctx));
      }
      case SignIns.Outcome.Wrong() ->
          show(ctx, 400, name, Optional.of(passkey.isEmpty() ? WRONG : WRONG_PASSKEY));
      case SignIns.Outcome.TooSoon(Duration delay) ->
          show(
              ctx,
              429,
              name,
              Optional.of(
                  Reception.tooSoon(ctx, delay)
                      + " "
                      + Labels.part("account.a-passkey-a-recovery-code-or-a-browser-that")));
    }
  }

  private void show(Context ctx, int status, String name, Optional<String> error) {
    boolean local = reception.visitors().of(ctx).map(Account::isLocal).orElse(false);
    boolean open = reception.instance().settings().signUpOpen();
    View view = new View(name, Reception.next(ctx), error, local, open);
    reception.page(ctx, status, "account/signin", Labels.part("account.sign-in"), view);
  }
}
