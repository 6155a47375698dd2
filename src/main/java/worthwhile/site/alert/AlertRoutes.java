package worthwhile.site.alert;

import java.util.List;
import java.util.function.BooleanSupplier;
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

  /**
   * All of it.
   *
   * @param stopping whether streams are to end
   */
  public static Feature of(
      SiteInstance instance, Pages pages, ChannelLimits limits, BooleanSupplier stopping) {
    AlertDesk desk = AlertDesk.of(instance, limits);
    AlertStream stream = new AlertStream(desk, stopping);
    return Feature.of("alert", pages(desk, pages, stream), calls(desk, stream));
  }

  private static List<Route> pages(AlertDesk desk, Pages pages, AlertStream stream) {
    DevicePage devices = new DevicePage(desk);
    AlertsPage alerts = new AlertsPage(desk, pages, devices, stream);
    AlertFormPage form = new AlertFormPage(desk, pages, devices);
    MailboxPage mailbox = new MailboxPage(desk.instance(), pages);
    ChannelPage channel = new ChannelPage(desk);
    SavedSearchFile file = new SavedSearchFile(desk);
    return List.of(
        Route.page("/alerts", READ, alerts::show),
        Route.form("/alerts", WRITE, form::save),
        Route.page("/alerts/new", WRITE, form::form),
        Route.file("/alerts/feeds/{name}", new AlertFeed(desk.instance())::handle),
        Route.page("/alerts/mail/{secret}", mailbox::show),
        Route.form("/alerts/mail/{secret}", mailbox::leave),
        Route.page("/alerts/mail/{secret}/confirm", mailbox::confirm),
        Route.form(CanarySearch.HOOK, new CanaryHook(desk.instance())::take),
        Route.file("/alerts/export.json", READ, file::export),
        Route.form("/alerts/import", WRITE, file::take).withLargestBody(SavedSearchFile.LARGEST),
        Route.form(DueAsking.PATH, WRITE, new DueAsking(desk.instance())::turn),
        Route.page("/alerts/{id}", READ, alerts::one),
        Route.file("/alerts/{id}/stream", READ, stream::handle),
        Route.form("/alerts/{id}/push", WRITE, devices::add),
        Route.form("/alerts/{id}/channels/{number}/remove", WRITE, channel::remove),
        Route.form("/alerts/{id}/channels/{number}/test", WRITE, channel::test),
        Route.form("/alerts/{id}/channels/{number}/rotate", WRITE, channel::rotate),
        Route.form("/alerts/{id}/channels/{number}/confirm", WRITE, channel::confirm),
        Route.page("/alerts/{id}/edit", READ, form::edit),
        Route.form("/alerts/{id}/duplicate", WRITE, form::duplicate),
        Route.form("/alerts/{id}/pause", WRITE, alerts::pause),
        Route.form("/alerts/{id}/delete", WRITE, alerts::delete));
  }

  private static List<Route> calls(AlertDesk desk, AlertStream stream) {
    SavedSearchesCall call = new SavedSearchesCall(desk);
    ChannelCall channel = new ChannelCall(desk);
    String one = SavedSearchesCall.PATH + "/{id}";
    String ofOne = one + "/channels/{number}";
    return List.of(
        Route.call(Method.GET, SavedSearchesCall.PATH, READ, call::list),
        Route.call(Method.POST, SavedSearchesCall.PATH, WRITE, call::add),
        Route.call(Method.POST, SavedSearchesCall.PATH + "/backtest", READ, call::backtest),
        Route.call(Method.GET, one, READ, call::one),
        Route.call(Method.PATCH, one, WRITE, call::change),
        Route.call(Method.DELETE, one, WRITE, call::delete),
        Route.call(Method.POST, ofOne + "/test", WRITE, channel::test),
        Route.call(Method.POST, ofOne + "/rotate", WRITE, channel::rotate),
        Route.call(Method.POST, ofOne + "/confirm", WRITE, channel::confirm),
        Route.call(Method.GET, one + "/ledger", READ, call::ledger),
        Route.get(one + "/stream", "text/event-stream", READ, stream::handle));
  }
}
