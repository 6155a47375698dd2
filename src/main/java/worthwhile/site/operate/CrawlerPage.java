package worthwhile.site.operate;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import worthwhile.site.http.Answer;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;

/** {@code GET /about/crawler}: who asks, how to reach the operator, how to keep it out. */
final class CrawlerPage implements Handler {
  private final SiteSettings settings;
  private final Pages pages;

  CrawlerPage(SiteSettings settings, Pages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  /** What the page shows. */
  record View(String agent, Optional<String> contact) {}

  @Override
  public void handle(Context ctx) {
    String base = settings.baseUrl().orElse("http://" + settings.host() + ":" + ctx.port());
    String agent = "Worthwhile/" + settings.version() + " (+" + base + "/about/crawler)";
    Layout layout =
        Layout.of(
            "About the crawler",
            "Who reads your site in the name of Worthwhile, what it honours, and how to keep it"
                + " out.",
            "/about/crawler");
    Answer.html(
        ctx,
        200,
        pages.render(ctx, "operate/crawler", layout, new View(agent, settings.contact())));
  }
}
