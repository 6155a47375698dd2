package worthwhile.site.operate;

import static worthwhile.site.http.Route.API;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.BooleanSupplier;
import worthwhile.account.Role;
import worthwhile.account.Scope;
import worthwhile.crawl.Crawl;
import worthwhile.crawl.SourceControl;
import worthwhile.crawl.Web;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Route;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** How the instance fares, and who runs it. */
public final class OperateRoutes {
  private static final Needs READ = Needs.role(Role.OPERATOR, Scope.READ);
  private static final Needs WRITE = Needs.role(Role.OPERATOR, Scope.WRITE);

  private OperateRoutes() {}

  public static Feature of(
      SiteInstance instance, Pages pages, Metrics metrics, Web web, BooleanSupplier stopping) {
    Health health = new Health(instance, stopping);
    AlertHealthPage alerts = new AlertHealthPage(instance, pages);
    MetricsAccess access = new MetricsAccess(instance.settings());
    return Feature.of(
        "operate",
        overview(instance, pages, web),
        List.of(
            Route.page("/status", new StatusPage(instance, pages)),
            Route.page(AlertHealthPage.PATH, READ, alerts::show),
            Route.form(AlertHealthPage.PATH + "/deliveries/{id}/retry", WRITE, alerts::retry),
            Route.form(AlertHealthPage.PATH + "/deliveries/{id}/drop", WRITE, alerts::drop),
            Route.form(
                AlertHealthPage.PATH + "/troubles/{id}/acknowledge", WRITE, alerts::acknowledge),
            Route.page("/about/crawler", new CrawlerPage(instance.settings(), pages)),
            Route.call(API + "/sources", new SourcesCall(instance)),
            Route.call("/health/live", health::live),
            Route.call("/health/ready", health::ready),
            Route.file("/metrics", ctx -> guarded(access, metrics, ctx))));
  }

  private static List<Route> overview(SiteInstance instance, Pages pages, Web web) {
    Crawl crawl =
        new Crawl(web, instance.store(), instance.tail(), instance.progress(), instance.clock());
    SourceControl control = new SourceControl(instance.store(), crawl, instance.clock());
    SourceActions actions = new SourceActions(instance, control);
    String source = SourceCarePage.PATH;
    return List.of(
        Route.page(OverviewPage.PATH, READ, new OverviewPage(instance, pages)::show),
        Route.page(OperatorLogPage.PATH, READ, new OperatorLogPage(instance, pages)::show),
        Route.page(source, READ, new SourceCarePage(instance, pages, control)::show),
        Route.form(source + "/run", WRITE, actions::run),
        Route.form(source + "/pause", WRITE, actions::pause),
        Route.form(source + "/resume", WRITE, actions::resume),
        Route.form(source + "/release", WRITE, actions::release),
        Route.form(source + "/throw-away", WRITE, actions::throwAway));
  }

  private static void guarded(MetricsAccess access, Metrics metrics, Context ctx) {
    access.admit(ctx);
    metrics.handle(ctx);
  }
}
