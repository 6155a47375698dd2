package worthwhile.site.account;

import io.javalin.http.Context;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.Session;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Visitor;

/** The forms of {@link SecurityPage}. */
final class SecurityForms {
  private static final String PAGE = "/account/security";
  private static final int LONGEST_NAME = 60;

  private final Reception reception;
  private final SecurityPage page;

  SecurityForms(Reception reception, SecurityPage page) {
    this.reception = reception;
    this.page = page;
  }

  /** Sets or changes the password; all other browsers are signed out. */
  void password(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    String password = Reception.field(ctx, "new-password");
    Optional<String> problem = reception.accounts().setPassword(account, password);
    if (problem.isPresent()) {
      page.show(ctx, account, 400, problem);
      return;
    }
    Optional<Session> here = reception.visitors().session(ctx);
    endOthers(ctx, account);
    here.ifPresent(session -> reception.confirm(ctx, session));
    reception.goTo(ctx, PAGE + "?done=password");
  }

  /** Takes the password away, where there is a passkey. */
  void noPassword(Context ctx, Visitor visitor) {
    boolean gone = reception.accounts().removePassword(visitor.account());
    reception.goTo(ctx, PAGE + (gone ? "?done=no-password" : "?failed=last"));
  }

  /** Adds a passkey. */
  void addPasskey(Context ctx, Visitor visitor) {
    boolean added =
        reception
            .accounts()
            .addPasskey(
                visitor.account(),
                reception.party(ctx),
                Reception.field(ctx, "credential"),
                passkeyName(ctx));
    reception.goTo(ctx, PAGE + (added ? "?done=passkey" : "?failed=passkey"));
  }

  /** Calls a passkey by another name. */
  void renamePasskey(Context ctx, Visitor visitor) {
    String account = visitor.account().id();
    boolean there =
        reception.accounts().passkeys().rename(account, ctx.pathParam("id"), passkeyName(ctx));
    if (!there) throw new Missing("You have no such passkey.");
    reception.goTo(ctx, PAGE + "?done=renamed");
  }

  private static String passkeyName(Context ctx) {
    String name = Reception.field(ctx, "name").strip().replaceAll("\\p{Cntrl}", " ");
    if (name.isEmpty()) return Reception.device(ctx);
    int end =
        name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
    return name.substring(0, end);
  }

  /** Removes a passkey, where there is another way in. */
  void removePasskey(Context ctx, Visitor visitor) {
    boolean gone = reception.accounts().removePasskey(visitor.account(), ctx.pathParam("id"));
    reception.goTo(ctx, PAGE + (gone ? "?done=removed" : "?failed=last"));
  }

  /** Ends one session; this browser's own is as good as signing out. */
  void endSession(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    if (reception.visitors().session(ctx).map(Session::id).filter(id::equals).isPresent()) {
      reception.signOut(ctx);
      reception.goTo(ctx, "/");
      return;
    }
    reception.accounts().sessions().end(visitor.account().id(), id);
    reception.goTo(ctx, PAGE + "?done=ended");
  }

  /** Ends all sessions but this browser's. */
  void endOtherSessions(Context ctx, Visitor visitor) {
    endOthers(ctx, visitor.account());
    reception.goTo(ctx, PAGE + "?done=others");
  }

  private void endOthers(Context ctx, Account account) {
    String here = reception.visitors().session(ctx).map(Session::id).orElse("");
    reception.accounts().sessions().endOthers(account.id(), here);
  }

  /** Stores or forgets the e-mail address. */
  void email(Context ctx, Visitor visitor) {
    Optional<String> problem =
        reception.accounts().setEmail(visitor.account(), Reception.field(ctx, "email"));
    reception.goTo(ctx, PAGE + (problem.isEmpty() ? "?done=email" : "?failed=email"));
  }
}
