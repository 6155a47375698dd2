package worthwhile.site.account;

import static worthwhile.site.http.Route.API;

import io.javalin.http.HttpStatus;
import java.util.List;
import worthwhile.account.Scope;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Route;
import worthwhile.site.view.Authorization;

/** Accounts: signing up and in, how one signs in, tokens, and leaving. */
public final class AccountRoutes {
  private AccountRoutes() {}

  public static Feature of(Reception reception, Authorization authorization) {
    return Feature.of(
        "account",
        signingIn(reception, authorization),
        security(reception),
        tokens(reception),
        belongings(reception));
  }

  private static List<Route> signingIn(Reception reception, Authorization authorization) {
    SignInPage signIn = new SignInPage(reception);
    SignUpPage signUp = new SignUpPage(reception);
    RecoverPage recover = new RecoverPage(reception);
    ConfirmPage confirm = new ConfirmPage(reception);
    PasskeyQuestion question = new PasskeyQuestion(reception, authorization);
    return List.of(
        Route.page(
            "/sign-in", ctx -> ctx.redirect("/account/sign-in", HttpStatus.MOVED_PERMANENTLY)),
        Route.page(
            "/sign-up", ctx -> ctx.redirect("/account/sign-up", HttpStatus.MOVED_PERMANENTLY)),
        Route.page("/account/sign-in", signIn::form),
        Route.form("/account/sign-in", signIn::send),
        Route.page("/account/sign-up", signUp::form),
        Route.form("/account/sign-up", signUp::send),
        Route.page("/account/recover", recover::form),
        Route.form("/account/recover", recover::send),
        Route.page("/account/confirm", Needs.PERSON, confirm::form),
        Route.form("/account/confirm", Needs.PERSON, confirm::send),
        Route.form("/account/sign-out", new SignOut(reception)),
        Route.form("/account/passkeys/question", question));
  }

  private static List<Route> security(Reception reception) {
    SecurityPage page = new SecurityPage(reception);
    SecurityForms forms = new SecurityForms(reception, page);
    CodesForm codes = new CodesForm(reception);
    Needs lately = Needs.confirmed("/account/security");
    return List.of(
        Route.page("/account/security", Needs.PERSON, page),
        Route.form("/account/password", lately, forms::password),
        Route.form("/account/password/remove", lately, forms::noPassword),
        Route.form("/account/passkeys", lately, forms::addPasskey),
        Route.form("/account/passkeys/{id}/name", Needs.PERSON, forms::renamePasskey),
        Route.form("/account/passkeys/{id}/remove", lately, forms::removePasskey),
        Route.form("/account/recovery-codes", lately, codes),
        Route.form("/account/sessions/end-others", Needs.PERSON, forms::endOtherSessions),
        Route.form("/account/sessions/{id}/end", Needs.PERSON, forms::endSession),
        Route.form("/account/email", lately, forms::email));
  }

  private static List<Route> tokens(Reception reception) {
    TokensPage page = new TokensPage(reception);
    Needs lately = Needs.confirmed("/account/tokens");
    return List.of(
        Route.page("/account/tokens", Needs.PERSON, page::form),
        Route.form("/account/tokens", lately, page::make),
        Route.form("/account/tokens/{id}/revoke", Needs.PERSON, page::revoke));
  }

  private static List<Route> belongings(Reception reception) {
    ExportFile export = new ExportFile(reception.accounts());
    LeavePage leave = new LeavePage(reception);
    Needs lately = Needs.confirmed("/account");
    Needs read = Needs.scope(Scope.READ);
    return List.of(
        Route.page("/account", Needs.PERSON, new AccountPage(reception)),
        Route.page("/account/delete", Needs.PERSON, leave::form),
        Route.form("/account/delete", Needs.PERSON, leave::send),
        Route.call(Route.Method.GET, "/account/export", lately, export::download),
        Route.call(Route.Method.GET, API + "/account", read, new AccountCall()),
        Route.call(Route.Method.GET, API + "/account/export", read, export::call));
  }
}
