package worthwhile.site.market;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.market.Market;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Route;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** The market: a page, its tables as files, and the call. */
public final class MarketRoutes {
  static final String CSV = MarketPage.PATH + ".csv";

  private MarketRoutes() {}

  public static Feature of(SiteInstance instance, Visitors visitors, Pages pages, Market market) {
    MarketCall call = new MarketCall(instance, market);
    return new Feature(
        "market",
        List.of(
            Route.page(MarketPage.PATH, new MarketPage(instance, visitors, pages, market)),
            Route.get(CSV, "text/csv", call::csv),
            Route.call(API + MarketPage.PATH, call::json)));
  }
}
