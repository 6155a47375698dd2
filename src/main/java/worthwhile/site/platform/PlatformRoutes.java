package worthwhile.site.platform;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.market.Market;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Route;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.JoinedPlatforms;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** Platforms: the list, and the page of each. */
public final class PlatformRoutes {
  private PlatformRoutes() {}

  public static Feature of(
      SiteInstance instance,
      Visitors visitors,
      Pages pages,
      JoinedPlatforms joined,
      Market market) {
    KeptRecords records = new KeptRecords(instance);
    PlatformsCall call = new PlatformsCall(instance, records, market);
    return new Feature(
        "platform",
        List.of(
            Route.page("/platforms", new PlatformsPage(instance, visitors, pages, joined, market)),
            Route.page(
                ChangesPage.PATH,
                new ChangesPage(instance, visitors, pages, joined)), // before {id}
            Route.get(ChangesPage.FEED, "application/atom+xml", new ChangesFeed(instance)),
            Route.page("/platforms/{id}", new PlatformPage(instance, records, market, pages)),
            Route.call(API + "/platforms", call::all),
            Route.call(API + ChangesPage.PATH, call::changes),
            Route.call(API + "/platforms/{id}", call::one)));
  }
}
