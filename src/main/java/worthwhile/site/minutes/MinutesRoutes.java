package worthwhile.site.minutes;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Route;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** What pays best in a free time, as a page and for programs. */
public final class MinutesRoutes {
  private MinutesRoutes() {}

  public static Feature of(SiteInstance instance, Visitors visitors, Pages pages) {
    return new Feature(
        "minutes",
        List.of(
            Route.page(MinutesPage.PATH, new MinutesPage(instance, visitors, pages)),
            Route.call(API + MinutesPage.PATH, new MinutesCall(instance, visitors))));
  }
}
