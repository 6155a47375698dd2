package worthwhile.site;

import static worthwhile.site.Route.API;

import java.util.List;

/** Requesters: the page of each, and what is known of many at once. */
final class RequesterRoutes {
  private RequesterRoutes() {}

  static Feature of(SiteInstance instance, Pages pages) {
    return new Feature(
        "requester",
        List.of(
            Route.page("/requesters/<id>", new RequesterPage(instance, pages)),
            Route.call(API + "/requesters", new RequestersCall(instance))));
  }
}
