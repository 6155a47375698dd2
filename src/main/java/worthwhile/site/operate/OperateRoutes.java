package worthwhile.site.operate;

import static worthwhile.site.http.Route.API;

import java.util.List;
import java.util.function.BooleanSupplier;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Route;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** How the instance fares, and who runs it. */
public final class OperateRoutes {
  private OperateRoutes() {}

  public static Feature of(
      SiteInstance instance, Pages pages, Metrics metrics, BooleanSupplier stopping) {
    Health health = new Health(instance, stopping);
    return new Feature(
        "operate",
        List.of(
            Route.page("/status", new StatusPage(instance, pages)),
            Route.page("/about/crawler", new CrawlerPage(instance.settings(), pages)),
            Route.call(API + "/sources", new SourcesCall(instance)),
            Route.call("/health/live", health::live),
            Route.call("/health/ready", health::ready),
            Route.file("/metrics", metrics)));
  }
}
