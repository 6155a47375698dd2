package worthwhile.site.alert;

import java.util.List;
import worthwhile.account.Scope;
import worthwhile.alert.CanarySearch;
import worthwhile.alert.ChannelLimits;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Route;
import worthwhile.site.http.Route.Method;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** Saved searches and alerts. */
public final class AlertRoutes {
  private static final Needs READ = Needs.scope(Scope.READ);
  private static final Needs WRITE = Needs.scope(Scope.WRITE);

  private AlertRoutes() {}

  public static Feature of(SiteInstance instance, Pages pages, ChannelLimits limits) {
    AlertDesk desk = AlertDesk.of(instance, limits);
    return Feature.of("alert", pages(desk, pages), calls(desk));
  }

  private static List<Route> pages(AlertDesk desk, Pages pages) {
    AlertsPage alerts = new AlertsPage(desk, pages);
    NewAlertPage form = new NewAlertPage(desk, pages);
    MailboxPage mailbox = new MailboxPage(desk.instance(), pages);
    return List.of(
        Route.page("/alerts", READ, alerts::show),
        Route.form("/alerts", WRITE, form::save),
        Route.page("/alerts/new", WRITE, form::form),
        Route.file("/alerts/feeds/{name}", new AlertFeed(desk.instance())::handle),
        Route.page("/alerts/mail/{secret}", mailbox::show),
        Route.form("/alerts/mail/{secret}", mailbox::leave),
        Route.page("/alerts/mail/{secret}/confirm", mailbox::confirm),
        Route.form(CanarySearch.HOOK, new CanaryHook(desk.instance())::take),
        Route.page("/alerts/{id}", READ, alerts::one),
        Route.form("/alerts/{id}/pause", WRITE, alerts::pause),
        Route.form("/alerts/{id}/delete", WRITE, alerts::delete));
  }

  private static List<Route> calls(AlertDesk desk) {
    SavedSearchesCall call = new SavedSearchesCall(desk);
    String one = SavedSearchesCall.PATH + "/{id}";
    return List.of(
        Route.call(Method.GET, SavedSearchesCall.PATH, READ, call::list),
        Route.call(Method.POST, SavedSearchesCall.PATH, WRITE, call::add),
        Route.call(Method.POST, SavedSearchesCall.PATH + "/backtest", READ, call::backtest),
        Route.call(Method.GET, one, READ, call::one),
        Route.call(Method.PATCH, one, WRITE, call::change),
        Route.call(Method.DELETE, one, WRITE, call::delete),
        Route.call(Method.GET, one + "/ledger", READ, call::ledger));
  }
}
