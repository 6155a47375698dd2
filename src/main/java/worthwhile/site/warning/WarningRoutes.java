package worthwhile.site.warning;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Route;
import worthwhile.site.http.Route.Method;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/**
 * What open tasks are warned of, looking at a message that somebody got, and what kinds of scams
 * there are.
 */
public final class WarningRoutes {
  /** Room for a long message in whatever form it is sent. */
  private static final long LARGEST_MESSAGE = 256 * 1024L;

  private WarningRoutes() {}

  public static Feature of(SiteInstance instance, Pages pages) {
    WarningsCall warnings = new WarningsCall(instance);
    WithdrawnWarnings withdrawn = new WithdrawnWarnings(instance, pages);
    MessageCheck check = new MessageCheck(instance, pages);
    return new Feature(
        "warning",
        List.of(
            Route.page(WarningsPage.PATH, new WarningsPage(instance, pages)),
            Route.get(WarningsFeed.PATH, "application/atom+xml", new WarningsFeed(instance)),
            Route.get(WarningsCall.FEED, "application/feed+json", warnings::feed),
            Route.call(API + WarningsPage.PATH, warnings::list),
            Route.page(WithdrawnWarnings.PATH, withdrawn::page),
            Route.call(API + WithdrawnWarnings.PATH, withdrawn::call),
            Route.page(MessageCheck.PATH, check::form),
            Route.page(GuidePage.PATH, new GuidePage(instance, pages)),
            Route.form(MessageCheck.PATH, check::answer).withLargestBody(LARGEST_MESSAGE),
            Route.call(Method.POST, API + MessageCheck.PATH, check::call)
                .withLargestBody(LARGEST_MESSAGE)));
  }
}
