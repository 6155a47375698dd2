package worthwhile.site.search;

import static worthwhile.site.http.Route.API;

import java.util.List;
import worthwhile.site.block.BlockAnswer;
import worthwhile.site.block.BlockForm;
import worthwhile.site.block.Blocking;
import worthwhile.site.block.HideAnswer;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Route;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** The search: page, API, feeds and live stream. */
public final class SearchRoutes {
  private static final String POSTINGS = API + "/postings";

  private SearchRoutes() {}

  public static Feature of(
      SiteInstance instance, Visitors visitors, Pages pages, Listeners listeners) {
    PostingStream stream = new PostingStream(listeners, instance.clients());
    Blocking blocking = new Blocking(instance, visitors);
    RememberedPage me = new RememberedPage(instance, pages, blocking);
    return new Feature(
        "search",
        List.of(
            Route.page("/", new SearchPage(instance, visitors, pages)),
            Route.page(CountryPage.PATH, new CountryPage(pages)),
            Route.page("/me", me::show),
            Route.form("/me", me::keep),
            Route.form("/me/forget", me::forget),
            Route.form(BlockForm.PATH, new BlockAnswer(instance, blocking)),
            Route.form(HideAnswer.PATH, new HideAnswer(instance, visitors)),
            Route.call(POSTINGS, new PostingsCall(instance, visitors)),
            Route.get(POSTINGS + "/feed.atom", "application/atom+xml", new AtomFeed(instance)),
            Route.get(POSTINGS + "/feed.json", "application/feed+json", new JsonFeed(instance)),
            Route.get(POSTINGS + "/stream", "text/event-stream", stream)));
  }
}
