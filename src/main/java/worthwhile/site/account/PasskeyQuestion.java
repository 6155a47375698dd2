package worthwhile.site.account;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.UUID;
import worthwhile.account.Account;
import worthwhile.account.AccountName;
import worthwhile.account.Passkeys;
import worthwhile.account.RelyingParty;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Needs;
import worthwhile.site.view.Authorization;
import worthwhile.site.view.Labels;

/**
 * {@code POST /account/passkeys/question}: what the browser asks an authenticator, as JSON. Nothing
 * in it depends on who has an account.
 */
final class PasskeyQuestion implements Handler {
  private final Reception reception;
  private final Authorization authorization;

  PasskeyQuestion(Reception reception, Authorization authorization) {
    this.reception = reception;
    this.authorization = authorization;
  }

  @Override
  public void handle(Context ctx) {
    RelyingParty party = reception.party(ctx);
    Passkeys passkeys = reception.accounts().passkeys();
    String options =
        switch (Reception.field(ctx, "purpose")) {
          case "sign-in" -> passkeys.askForOne(party, Passkeys.Purpose.SIGN_IN, Optional.empty());
          case "sign-up" -> newcomer(ctx, party);
          case "add" -> {
            Needs lately = Needs.confirmed("/account/security");
            Account account = authorization.admit(ctx, lately).account();
            yield passkeys.askForNew(party, Passkeys.Purpose.ADD, account.id(), account.name());
          }
          case "confirm" -> {
            Account account = authorization.admit(ctx, Needs.PERSON).account();
            yield passkeys.askForOne(party, Passkeys.Purpose.CONFIRM, Optional.of(account.id()));
          }
          default ->
              throw new HttpRefusal(
                  400, "Bad request", "purpose must be sign-in, sign-up, add or confirm.");
        };
    Answer.send(ctx, 200, Answer.JSON, "no-store", options);
  }

  private String newcomer(Context ctx, RelyingParty party) {
    return switch (AccountName.check(Reception.field(ctx, "name"))) {
      case AccountName.Checked.Fine(AccountName name) ->
          reception
              .accounts()
              .passkeys()
              .askForNew(
                  party, Passkeys.Purpose.SIGN_UP, UUID.randomUUID().toString(), name.text());
      case AccountName.Checked.Refused(String reason) ->
          throw new HttpRefusal(400, "Bad name", Labels.worded(reason));
    };
  }
}
