package worthwhile.site;

import static worthwhile.site.Route.API;

import java.util.List;
import worthwhile.account.Scope;
import worthwhile.crawl.Forwards;

/** The companion: its page, its script, and what it passes on. */
final class CompanionRoutes {
  private CompanionRoutes() {}

  static Feature of(SiteInstance instance, Visitors visitors, Pages pages, Forwards forwards) {
    Needs forwarding = Needs.scope(Scope.COMPANION);
    CompanionCall call = new CompanionCall(instance, forwards);
    return new Feature(
        "companion",
        List.of(
            Route.page("/companion", new CompanionPage(instance, pages, visitors)),
            Route.file("/companion.user.js", new UserScript(instance)),
            Route.call(Route.Method.POST, API + "/companion/{source}", forwarding, call)
                .withLargestBody(CompanionCall.LARGEST_BODY)));
  }
}
