package worthwhile.site.requester;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.community.published.RequesterRecord;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.PostingJson;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Reply;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Urls;
import worthwhile.site.view.OutcomeJson;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.posting.Requesters;

/** {@code GET /api/v1/requesters/{id}}: what the page of a requester shows. */
final class RequesterCall implements Handler {
  private final SiteInstance instance;

  RequesterCall(SiteInstance instance) {
    this.instance = instance;
  }

  @Override
  public void handle(Context ctx) {
    if (ApiQuery.refuses(ctx)) return;
    RequesterView requester = RequesterView.find(instance, ctx.pathParam("id"));
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    names(body, requester);
    RequesterDetails.of(instance, requester, Optional.empty())
        .ifPresent(details -> details(body, details));
    ArrayNode ratings = body.putArray("ratings");
    for (AggregateRating rating : requester.ratings())
      ratings.add(RequestersCall.json(rating, instance));
    Answer.json(ctx, body.toString());
  }

  private static void names(ObjectNode body, RequesterView requester) {
    requester.members().stream()
        .findFirst()
        .ifPresent(id -> body.put("id", id.toString()).put("url", Urls.requester(id)));
    body.put("platform", requester.platform()).put("name", requester.name());
    requester.identifier().ifPresent(id -> body.put("identifier", id));
    ArrayNode names = body.putArray("names");
    for (Requesters.Name each : requester.dated())
      names
          .addObject()
          .put("name", each.name())
          .put("first", each.first().toString())
          .put("last", each.last().toString());
    ArrayNode members = body.putArray("members");
    for (RequesterId each : requester.members()) members.add(each.toString());
    ArrayNode namesakes = body.putArray("namesakes");
    requester.namesakes().forEach(namesakes::add);
    ArrayNode open = body.putArray("open");
    requester.open().forEach(posting -> open.add(posting.id()));
    body.put("open_postings", requester.openTasks());
  }

  private static void details(ObjectNode body, RequesterDetails details) {
    details
        .pay()
        .ifPresent(
            pay ->
                body.putObject("pay")
                    .put("currency", pay.currency())
                    .put("median", pay.median())
                    .put("n", pay.n()));
    ArrayNode merges = body.putArray("merges");
    details.merges().forEach(merge -> merges.add(json(merge)));
    RequesterRecord record = details.record();
    record
        .conduct()
        .ifPresent(conduct -> body.set("reputation", PostingJson.MAPPER.valueToTree(conduct)));
    body.putObject("prior")
        .put("mean", record.prior().mean())
        .put("weight", record.prior().weight());
    ObjectNode outcomes = PostingJson.MAPPER.createObjectNode();
    record.allTime().ifPresent(all -> outcomes.set("allTime", OutcomeJson.of(all)));
    record.recent().ifPresent(late -> outcomes.set("last90Days", OutcomeJson.of(late)));
    if (!outcomes.isEmpty()) body.set("outcomes", outcomes);
    ArrayNode replies = body.putArray("replies");
    for (Reply each : record.replies())
      replies
          .addObject()
          .put("id", each.id())
          .put("text", each.text())
          .put("created", each.created().toString());
  }

  private static ObjectNode json(Requesters.Merge merge) {
    ObjectNode node =
        PostingJson.MAPPER
            .createObjectNode()
            .put("number", merge.number())
            .put("requester", merge.requester().toString())
            .put("into", merge.into().toString())
            .put("at", merge.at().toString())
            .put("reason", merge.reason());
    merge.undone().ifPresent(at -> node.put("undone", at.toString()));
    return node;
  }
}
