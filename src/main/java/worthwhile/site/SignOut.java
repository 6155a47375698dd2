package worthwhile.site;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import worthwhile.account.Session;

/** {@code POST /account/sign-out}: ends this browser's session. */
final class SignOut implements Handler {
  private final Instance instance;
  private final Visitors visitors;

  SignOut(Instance instance, Visitors visitors) {
    this.instance = instance;
    this.visitors = visitors;
  }

  @Override
  public void handle(Context ctx) {
    visitors.session(ctx).ifPresent(this::end);
    SessionCookie.forget(ctx, instance.settings());
    ctx.header("Clear-Site-Data", "\"cache\"");
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }

  private void end(Session session) {
    instance.accounts().sessions().end(session.account(), session.id());
  }
}
