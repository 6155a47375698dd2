package worthwhile.site;

import static worthwhile.site.Route.API;

import java.util.List;

/** Platforms: the list, and the page of each. */
final class PlatformRoutes {
  private PlatformRoutes() {}

  static Feature of(SiteInstance instance, Pages pages) {
    PlatformsCall call = new PlatformsCall(instance);
    return new Feature(
        "platform",
        List.of(
            Route.page("/platforms", new PlatformsPage(instance, pages)),
            Route.page("/platforms/{id}", new PlatformPage(instance, pages)),
            Route.call(API + "/platforms", call::all),
            Route.call(API + "/platforms/{id}", call::one)));
  }
}
