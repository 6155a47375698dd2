package worthwhile.site.view;

import io.javalin.http.Context;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;

/** A document of JSON Feed 1.1 that is being written. */
public final class FeedJson {
  private final ObjectNode body = PostingJson.MAPPER.createObjectNode();
  private final ArrayNode items;

  /** A feed with its title, its own address and that of the page that it follows. */
  public FeedJson(String title, String self, String page) {
    body.put("version", "https://jsonfeed.org/version/1.1");
    body.put("title", title);
    body.put("home_page_url", page);
    body.put("feed_url", self);
    body.put("language", "en");
    items = body.putArray("items");
  }

  /** Begins an entry; what else it says is put into it. */
  public ObjectNode entry(String id, String url, String title, String text) {
    return items
        .addObject()
        .put("id", id)
        .put("url", url)
        .put("title", title)
        .put("content_text", text);
  }

  /**
   * Sends it.
   *
   * @param caching as in {@link Answer}
   */
  public void send(Context ctx, String caching) {
    Answer.send(ctx, 200, "application/feed+json; charset=utf-8", caching, body.toString());
  }
}
