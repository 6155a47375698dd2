package worthwhile.site.account;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code POST /account/sign-out}: ends this browser's session. */
final class SignOut implements Handler {
  private final Reception reception;

  SignOut(Reception reception) {
    this.reception = reception;
  }

  @Override
  public void handle(Context ctx) {
    reception.signOut(ctx);
    reception.goTo(ctx, "/");
  }
}
