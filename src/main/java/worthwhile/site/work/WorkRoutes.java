package worthwhile.site.work;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.account.Scope;
import worthwhile.site.http.Bulkhead;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Route;
import worthwhile.site.http.Route.Method;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** A worker's own files, timers and earnings. */
public final class WorkRoutes {
  private static final Needs READ = Needs.scope(Scope.READ);
  private static final Needs WRITE = Needs.scope(Scope.WRITE);
  private static final Needs IMPORT = Needs.scope(Scope.IMPORT);

  /** The companion may time work too. */
  private static final Needs TIMING = Needs.either(Scope.WRITE, Scope.COMPANION);

  private WorkRoutes() {}

  public static Feature of(
      SiteInstance instance, Visitors visitors, Pages pages, Bulkhead bulkhead) {
    Workers workers = new Workers(instance);
    return Feature.of(
        "work",
        files(instance, pages, workers, bulkhead),
        earnings(instance, visitors, pages, workers),
        expenses(instance, pages, workers),
        rejections(instance, pages, workers),
        timers(instance, pages, workers));
  }

  private static List<Route> files(
      SiteInstance instance, Pages pages, Workers workers, Bulkhead bulkhead) {
    ImportPage page = new ImportPage(instance, pages, bulkhead);
    ImportPreview preview = new ImportPreview(instance, pages, workers, bulkhead);
    WorkCall call = new WorkCall(instance, workers, bulkhead);
    String file = ImportPage.PATH + "/{id}";
    long largest = ImportPage.LARGEST_BODY;
    return List.of(
        Route.page(ImportPage.PATH, IMPORT, page::form),
        Route.form(ImportPage.PATH, IMPORT, page::upload).withLargestBody(largest),
        Route.page(file, IMPORT, preview::show),
        Route.form(file, IMPORT, preview::confirm),
        Route.form(file + "/discard", IMPORT, preview::discard),
        Route.call(Method.GET, API + "/work", READ, call::list),
        Route.call(Method.POST, API + "/work", IMPORT, call::take)
            .asked()
            .withLargestBody(largest));
  }

  private static List<Route> earnings(
      SiteInstance instance, Visitors visitors, Pages pages, Workers workers) {
    EarningsPage page = new EarningsPage(instance, visitors, pages, workers);
    SettingsPage settings = new SettingsPage(instance, pages, workers);
    return List.of(
        Route.page(EarningsPage.PATH, READ, page::show),
        Route.file(EarningsPage.PATH + "/work.csv", READ, page::csv),
        Route.file(EarningsPage.PATH + "/work.json", READ, page::json),
        Route.file(EarningsPage.PATH + "/tax.csv", READ, page::tax),
        Route.page(SettingsPage.PATH, READ, settings::show),
        Route.form(SettingsPage.PATH, WRITE, settings::save),
        Route.form(EarningsPage.PATH + "/work/{id}", WRITE, page::correct),
        Route.call(Method.GET, API + "/earnings", READ, page::call));
  }

  private static List<Route> expenses(SiteInstance instance, Pages pages, Workers workers) {
    ExpensesPage page = new ExpensesPage(instance, pages, workers);
    return List.of(
        Route.page(ExpensesPage.PATH, READ, page::show),
        Route.form(ExpensesPage.PATH, WRITE, page::add),
        Route.form(ExpensesPage.PATH + "/{id}/delete", WRITE, page::delete),
        Route.form(ExpensesPage.TAX, WRITE, page::tax));
  }

  private static List<Route> rejections(SiteInstance instance, Pages pages, Workers workers) {
    RejectionPage page = new RejectionPage(instance, pages, workers);
    RejectionCall call = new RejectionCall(instance, workers);
    String path = RejectionPage.PATH;
    return List.of(
        Route.page(path, READ, page::show),
        Route.form(path, WRITE, page::note),
        Route.call(Method.GET, API + path, READ, call::show),
        Route.call(Method.POST, API + path, WRITE, call::note));
  }

  private static List<Route> timers(SiteInstance instance, Pages pages, Workers workers) {
    Timing timing = new Timing(instance, workers);
    TimerPage page = new TimerPage(instance, pages, timing);
    TimersCall call = new TimersCall(instance, timing);
    String timers = API + "/timers";
    return List.of(
        Route.page(TimerPage.PATH, READ, page::show),
        Route.form(TimerPage.PATH, WRITE, page::start),
        Route.form(TimerPage.PATH + "/report", WRITE, page::report),
        Route.form(TimerPage.PATH + "/{id}/pause", WRITE, page::pause),
        Route.form(TimerPage.PATH + "/{id}/resume", WRITE, page::resume),
        Route.form(TimerPage.PATH + "/{id}/stop", WRITE, page::stop),
        Route.form(TimerPage.PATH + "/{id}/go-on", WRITE, page::goOn),
        Route.form(TimerPage.PATH + "/{id}/done", WRITE, page::done),
        Route.form(TimerPage.PATH + "/{id}/discard", WRITE, page::discard),
        Route.form(TimerPage.PATH + "/{id}/restore", WRITE, page::restore),
        Route.call(Method.GET, timers, TIMING, call::list),
        Route.call(Method.POST, timers, TIMING, call::start),
        Route.call(Method.POST, timers + "/{id}/pause", TIMING, call::pause),
        Route.call(Method.POST, timers + "/{id}/resume", TIMING, call::resume),
        Route.call(Method.POST, timers + "/{id}/done", TIMING, call::done),
        Route.call(Method.DELETE, timers + "/{id}", TIMING, call::discard),
        Route.call(Method.POST, timers + "/{id}/restore", TIMING, call::restore));
  }
}
