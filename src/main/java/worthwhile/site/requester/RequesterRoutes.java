package worthwhile.site.requester;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Needs;
import worthwhile.site.http.Route;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** Requesters: the page of each, and what is known of many at once. */
public final class RequesterRoutes {
  private RequesterRoutes() {}

  public static Feature of(SiteInstance instance, Visitors visitors, Pages pages) {
    Following following = new Following(instance);
    return new Feature(
        "requester",
        List.of(
            Route.page("/requesters/<id>", new RequesterPage(instance, visitors, pages)),
            Route.form(Following.PATH, Needs.PERSON, following::form),
            Route.call(API + "/requesters", new RequestersCall(instance)),
            Route.call(API + "/requesters/<id>", new RequesterCall(instance))));
  }
}
