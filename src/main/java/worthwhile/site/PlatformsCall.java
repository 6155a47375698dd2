package worthwhile.site;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.source.Platform;

/** {@code GET /api/v1/platforms} and {@code /platforms/{id}}: the cards. */
final class PlatformsCall {
  private final Instance instance;

  PlatformsCall(Instance instance) {
    this.instance = instance;
  }

  Handler all() {
    return this::list;
  }

  Handler one() {
    return this::card;
  }

  private void list(Context ctx) {
    if (ApiQuery.refuses(ctx)) return;
    Map<String, Long> open = PlatformsPage.open(instance);
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("total", instance.sources().platforms().size());
    ArrayNode items = body.putArray("items");
    for (Platform platform : instance.sources().platforms())
      items.add(json(platform, open.getOrDefault(platform.id(), 0L)));
    Answer.json(ctx, body.toString());
  }

  private void card(Context ctx) {
    if (ApiQuery.refuses(ctx)) return;
    String id = ctx.pathParam("id");
    Platform platform =
        instance
            .sources()
            .platform(id)
            .orElseThrow(() -> new Missing("No platform has the id " + id + "."));
    long open = PlatformsPage.open(instance).getOrDefault(platform.id(), 0L);
    Answer.json(ctx, json(platform, open).toString());
  }

  private static ObjectNode json(Platform platform, long open) {
    ObjectNode node = PostingJson.MAPPER.valueToTree(platform);
    node.put("access", Words.of(platform.access()));
    node.put("open", open);
    return node;
  }
}
