package worthwhile.site;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.account.Session;

/** The forms of {@link SecurityPage}. */
final class SecurityForms {
  private static final String PAGE = "/account/security";
  private static final int LONGEST_NAME = 60;

  private final Reception reception;

  SecurityForms(Reception reception) {
    this.reception = reception;
  }

  /** Sets or changes the password; all other browsers are signed out. */
  Handler password() {
    return ctx -> {
      Account account = reception.person(ctx);
      String password = Reception.field(ctx, "new-password");
      Optional<String> problem = reception.accounts().setPassword(account, password);
      if (problem.isPresent()) {
        SecurityPage.show(ctx, reception, 400, problem);
        return;
      }
      Optional<Session> here = reception.visitors().session(ctx);
      endOthers(ctx, account);
      here.ifPresent(session -> reception.confirm(ctx, session));
      reception.goTo(ctx, PAGE + "?done=password");
    };
  }

  /** Takes the password away, where there is a passkey. */
  Handler noPassword() {
    return ctx -> {
      boolean gone = reception.accounts().removePassword(reception.person(ctx));
      reception.goTo(ctx, PAGE + (gone ? "?done=no-password" : "?failed=last"));
    };
  }

  /** Adds a passkey. */
  Handler addPasskey() {
    return ctx -> {
      boolean added =
          reception
              .accounts()
              .addPasskey(
                  reception.person(ctx),
                  reception.party(ctx),
                  Reception.field(ctx, "credential"),
                  passkeyName(ctx));
      reception.goTo(ctx, PAGE + (added ? "?done=passkey" : "?failed=passkey"));
    };
  }

  /** Calls a passkey by another name. */
  Handler renamePasskey() {
    return ctx -> {
      String account = reception.person(ctx).id();
      boolean there =
          reception.accounts().passkeys().rename(account, ctx.pathParam("id"), passkeyName(ctx));
      if (!there) throw new Missing("You have no such passkey.");
      reception.goTo(ctx, PAGE + "?done=renamed");
    };
  }

  private static String passkeyName(Context ctx) {
    String name = Reception.field(ctx, "name").strip().replaceAll("\\p{Cntrl}", " ");
    if (name.isEmpty()) return Reception.device(ctx);
    int end =
        name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
    return name.substring(0, end);
  }

  /** Removes a passkey, where there is another way in. */
  Handler removePasskey() {
    return ctx -> {
      boolean gone = reception.accounts().removePasskey(reception.person(ctx), ctx.pathParam("id"));
      reception.goTo(ctx, PAGE + (gone ? "?done=removed" : "?failed=last"));
    };
  }

  /** Ends one session; this browser's own is as good as signing out. */
  Handler endSession() {
    return ctx -> {
      String id = ctx.pathParam("id");
      if (reception.visitors().session(ctx).map(Session::id).filter(id::equals).isPresent()) {
        reception.signOut(ctx);
        reception.goTo(ctx, "/");
        return;
      }
      reception.accounts().sessions().end(reception.person(ctx).id(), id);
      reception.goTo(ctx, PAGE + "?done=ended");
    };
  }

  /** Ends all sessions but this browser's. */
  Handler endOtherSessions() {
    return ctx -> {
      endOthers(ctx, reception.person(ctx));
      reception.goTo(ctx, PAGE + "?done=others");
    };
  }

  private void endOthers(Context ctx, Account account) {
    String here = reception.visitors().session(ctx).map(Session::id).orElse("");
    reception.accounts().sessions().endOthers(account.id(), here);
  }

  /** Stores or forgets the e-mail address. */
  Handler email() {
    return ctx -> {
      Optional<String> problem =
          reception.accounts().setEmail(reception.person(ctx), Reception.field(ctx, "email"));
      reception.goTo(ctx, PAGE + (problem.isEmpty() ? "?done=email" : "?failed=email"));
    };
  }
}
