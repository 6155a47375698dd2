package worthwhile.site.task;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.Posting;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Floor;
import worthwhile.site.view.PostingTree;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.posting.Postings;

/** {@code GET /api/v1/postings/{id}}: one posting, with its history. */
final class PostingCall implements Handler {
  private final SiteInstance instance;
  private final Visitors visitors;

  PostingCall(SiteInstance instance, Visitors visitors) {
    this.instance = instance;
    this.visitors = visitors;
  }

  @Override
  public void handle(Context ctx) {
    if (ApiQuery.refuses(ctx)) return;
    String id = ctx.pathParam("id");
    Posting posting =
        instance
            .posting(id, visitors.signedIn(ctx))
            .orElseThrow(() -> new Missing("No posting has the id " + id + "."));
    ObjectNode body = PostingTree.of(posting, Floor.NONE, instance.today());
    ArrayNode history = body.putArray("history");
    for (Postings.HistoryRow row : instance.store().postings().history(id)) {
      ObjectNode step = history.addObject().put("at", row.at().toString()).put("what", row.what());
      if (row.detail() != null && !row.detail().isBlank()) step.put("detail", row.text());
    }
    boolean own = Boolean.TRUE.equals(posting.standing().seenOnlyByYou());
    if (own) Answer.own(ctx, body.toString());
    else Answer.json(ctx, body.toString());
  }
}
