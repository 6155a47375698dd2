package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Urls;
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
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("version", "https://jsonfeed.org/version/1.1");
    body.put("title", feed.title());
    body.put("home_page_url", feed.home());
    body.put("feed_url", feed.self());
    body.put("language", "en");
    ArrayNode items = body.putArray("items");
    for (Posting posting : feed.postings()) items.add(item(feed, posting));
    Answer.send(ctx, 200, "application/feed+json; charset=utf-8", Answer.SHORT, body.toString());
  }

  private ObjectNode item(Feed feed, Posting posting) {
    ObjectNode item = PostingJson.MAPPER.createObjectNode();
    item.put("id", posting.id());
    item.put("url", feed.page(posting));
    Urls.web(posting.job().url()).ifPresent(url -> item.put("external_url", url));
    item.put("title", posting.job().title());
    item.put("content_text", feed.text(posting));
    item.put("date_published", Feed.published(posting).toString());
    item.put("date_modified", Feed.updated(posting).toString());
    if (posting.job().language() != null) item.put("language", posting.job().language());
    item.putArray("tags").add(instance.platformName(posting.job().platform()));
    item.set("_worthwhile", PostingTree.of(posting, feed.floor(), feed.today()));
    return item;
  }
}
