package worthwhile.site.task;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.Posting;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Problem;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Floor;
import worthwhile.site.view.PostingTree;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.posting.Postings;

/** {@code GET /api/v1/postings/{id}}: one posting against a floor, with its history. */
final class PostingCall implements Handler {
  private final SiteInstance instance;
  private final Visitors visitors;

  PostingCall(SiteInstance instance, Visitors visitors) {
    this.instance = instance;
    this.visitors = visitors;
  }

  @Override
  public void handle(Context ctx) {
    List<Parsed.Mistake> mistakes = new ArrayList<>(ApiQuery.unknown(ctx, List.of(Floor.NAME)));
    List<String> texts = Parameters.filled(ctx).getOrDefault(Floor.NAME, List.of());
    Floor floor = instance.floor(texts, mistakes);
    if (mistakes.isEmpty()) answer(ctx, floor);
    else Problem.badParameters(mistakes).send(ctx);
  }

  private void answer(Context ctx, Floor floor) {
    String id = ctx.pathParam("id");
    Posting posting =
        instance
            .posting(id, visitors.signedIn(ctx))
            .orElseThrow(() -> new Missing("No posting has the id " + id + "."));
    ObjectNode body = PostingTree.of(posting, floor, instance.today());
    if (floor.chosen().isPresent()) body.set("floor", floor.json());
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
