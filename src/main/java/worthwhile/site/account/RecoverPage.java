package worthwhile.site.account;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.SignIns;
import worthwhile.site.view.Labels;

/** {@code /account/recover}: signing in by recovery code. */
final class RecoverPage {
  private static final String WRONG =
      "Name and code do not fit together, or the code has been used. Each code works once.";

  private final Reception reception;

  RecoverPage(Reception reception) {
    this.reception = reception;
  }

  /** The form, and what went wrong with what was typed before. */
  record View(String name, Optional<String> error) {}

  void form(Context ctx) {
    show(ctx, 200, "", Optional.empty());
  }

  void send(Context ctx) {
    String name = Reception.field(ctx, "name");
    String code = Reception.field(ctx, "code");
    switch (reception.accounts().signIns().byRecoveryCode(name, code, reception.from(ctx))) {
      case SignIns.Outcome.SignedIn(Account account) -> {
        reception.signIn(ctx, account);
        reception.goTo(ctx, "/account/security?done=recovered");
      }
      case SignIns.Outcome.Wrong() -> show(ctx, 400, name, Optional.of(WRONG));
      case SignIns.Outcome.TooSoon(Duration delay) ->
          show(ctx, 429, name, Optional.of(Reception.tooSoon(ctx, delay)));
    }
  }

  private void show(Context ctx, int status, String name, Optional<String> error) {
    reception.page(
        ctx,
        status,
        "account/recover",
        Labels.part("account.use-a-recovery-code"),
        new View(name, error));
  }
}
