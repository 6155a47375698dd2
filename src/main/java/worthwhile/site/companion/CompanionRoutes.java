package worthwhile.site.companion;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.account.Scope;
import worthwhile.forward.Forwards;
import worthwhile.site.http.Bulkhead;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Route;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** The companion: its page, its script, and what it passes on. */
public final class CompanionRoutes {
  private CompanionRoutes() {}

  public static Feature of(
      SiteInstance instance, Visitors visitors, Pages pages, Forwards forwards, Bulkhead bulkhead) {
    Needs forwarding = Needs.scope(Scope.COMPANION);
    CompanionCall call = new CompanionCall(instance, forwards, bulkhead);
    return new Feature(
        "companion",
        List.of(
            Route.page("/companion", new CompanionPage(instance, pages, visitors)),
            Route.file("/companion.user.js", new UserScript(instance)),
            Route.call(Route.Method.POST, API + "/companion/{source}", forwarding, call)
                .withLargestBody(CompanionCall.LARGEST_BODY)));
  }
}
