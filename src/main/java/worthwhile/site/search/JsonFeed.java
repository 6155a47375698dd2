package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.Posting;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Urls;
import worthwhile.site.view.FeedJson;
import worthwhile.site.view.PostingTree;
import worthwhile.site.view.SiteInstance;

/** {@code GET /api/v1/postings/feed.json} (JSON Feed 1.1). */
final class JsonFeed implements Handler {
  private final SiteInstance instance;

  JsonFeed(SiteInstance instance) {
    this.instance = instance;
  }

  @Override
  public void handle(Context ctx) {
    Feed feed = Feed.of(ctx, instance).orElse(null);
    if (feed == null) return;
    FeedJson body = new FeedJson(feed.title(), feed.self(), feed.home());
    for (Posting posting : feed.postings()) entry(feed, posting, body);
    body.send(ctx, Answer.SHORT);
  }

  private void entry(Feed feed, Posting posting, FeedJson body) {
    ObjectNode item =
        body.entry(posting.id(), feed.page(posting), posting.job().title(), feed.text(posting));
    Urls.web(posting.job().url()).ifPresent(url -> item.put("external_url", url));
    item.put("date_published", Feed.published(posting).toString());
    item.put("date_modified", Feed.updated(posting).toString());
    if (posting.job().language() != null) item.put("language", posting.job().language());
    item.putArray("tags").add(instance.platformName(posting.job().platform()));
    item.set("_worthwhile", PostingTree.of(posting, feed.floor(), feed.today()));
  }
}
