package worthwhile.site.requester;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import worthwhile.posting.AggregateRating;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Urls;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** {@code GET /requesters/{platform}:{id or name}}: a requester's open tasks, and what is said. */
final class RequesterPage implements Handler {
  private final SiteInstance instance;
  private final Pages pages;

  RequesterPage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /** The requester as the page shows it. */
  record View(RequesterView requester, BackLink back, SiteInstance instance) {
    String platformName() {
      return instance.platformName(requester.platform());
    }

    String attribution(AggregateRating rating) {
      return RequesterView.attribution(rating, instance);
    }

    String searchUrl() {
      return Urls.of(
          "/",
          java.util.Map.of(
              "requester", List.of(requester.name()), "platform", List.of(requester.platform())));
    }
  }

  @Override
  public void handle(Context ctx) {
    String word = ctx.pathParam("id");
    int colon = word.indexOf(':');
    if (colon < 1 || colon == word.length() - 1)
      throw new Missing(
          "A requester's address is /requesters/PLATFORM:ID, such as /requesters/mturk:A1B2C3.");
    String platform = word.substring(0, colon);
    RequesterView requester =
        RequesterView.find(instance, platform, word.substring(colon + 1))
            .orElseThrow(
                () -> new Missing("Nothing is known of " + word.substring(colon + 1) + " there."));
    View view = new View(requester, BackLink.of(ctx), instance);
    String about =
        "Open tasks of " + requester.name() + " on " + view.platformName() + ", and what is said.";
    Layout layout = Layout.of(requester.name(), about, "/");
    Answer.html(ctx, 200, pages.render(ctx, "requester/requester", layout, view));
  }
}
