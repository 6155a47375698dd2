package worthwhile.site.reputation;

import java.util.List;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Route;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** The page about reputation and the files behind it. */
public final class ReputationRoutes {
  private ReputationRoutes() {}

  public static Feature of(SiteInstance instance, Pages pages) {
    RatingFiles files = new RatingFiles(instance);
    return new Feature(
        "reputation",
        List.of(
            Route.page("/about/reputation", new AboutReputation(instance, pages)),
            Route.get(RatingFiles.RATINGS, RatingFiles.LINES, files::ratings),
            Route.get(RatingFiles.TRUSTED, "text/plain", files::trusted)));
  }
}
