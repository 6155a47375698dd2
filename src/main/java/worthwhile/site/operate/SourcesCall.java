package worthwhile.site.operate;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.view.SiteInstance;
import worthwhile.site.view.SourcesJson;
import worthwhile.store.posting.Postings;

/** {@code GET /api/v1/sources}: where each source stands. */
final class SourcesCall implements Handler {
  private final SiteInstance instance;

  SourcesCall(SiteInstance instance) {
    this.instance = instance;
  }

  @Override
  public void handle(Context ctx) {
    if (ApiQuery.refuses(ctx)) return;
    Map<String, Long> postings =
        instance.store().postings().counts().stream()
            .filter(count -> !count.state().equals("closed"))
            .collect(
                Collectors.groupingBy(
                    Postings.StateCount::source,
                    Collectors.summingLong(Postings.StateCount::count)));
    List<SiteInstance.Standing> standings = instance.standings();
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("total", standings.size());
    ArrayNode items = body.putArray("items");
    for (SiteInstance.Standing standing : standings)
      items.add(SourcesJson.full(standing, postings.getOrDefault(standing.source().id(), 0L)));
    Answer.json(ctx, body.toString());
  }
}
