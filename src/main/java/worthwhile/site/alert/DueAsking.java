package worthwhile.site.alert;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import worthwhile.account.Account;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.SiteInstance;

/** The switch by which a worker is asked whether she was paid, off until she wants it. */
record DueAsking(SiteInstance instance) {
  static final String PATH = "/alerts/due";

  /** Whether an account is asked. */
  boolean isOn(Account account) {
    return instance.store().alerts(alerts -> alerts.dues().since(account.id())).isPresent();
  }

  /** Turns it, and leads back to the page on which it was turned. */
  void turn(Context ctx, Visitor visitor) {
    boolean wanted = "yes".equals(ctx.formParam("ask"));
    var unused =
        instance
            .store()
            .changeAlerts(
                alerts ->
                    alerts.dues().ask(visitor.account().id(), wanted, instance.clock().instant()));
    String back =
        "earnings/settings".equals(ctx.formParam("back")) ? "/earnings/settings" : "/alerts";
    ctx.redirect(back, HttpStatus.SEE_OTHER);
  }
}
