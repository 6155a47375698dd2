package worthwhile.site.companion;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.account.Role;
import worthwhile.extract.Extraction;
import worthwhile.forward.ForwardResult;
import worthwhile.forward.Forwarded;
import worthwhile.forward.Forwards;
import worthwhile.forward.Sender;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.posting.word.Worded;
import worthwhile.site.http.Allowance;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Bulkhead;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Visitor;
import worthwhile.site.http.VisitorHandler;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.SourceDefinition;

/** {@code POST /api/v1/companion/{source}}: what a worker's own browser passes on. */
final class CompanionCall implements VisitorHandler {
  /** Largest body: a long list of studies has some hundred kilobytes. */
  static final long LARGEST_BODY = 1_000_000;

  /** What one account may pass on in a minute: a person with many pages open stays far below. */
  private static final int PER_MINUTE = 120;

  private final SiteInstance instance;
  private final Forwards forwards;
  private final Bulkhead bulkhead;
  private final Allowance allowance = new Allowance(PER_MINUTE);

  CompanionCall(SiteInstance instance, Forwards forwards, Bulkhead bulkhead) {
    this.instance = instance;
    this.forwards = forwards;
    this.bulkhead = bulkhead;
  }

  @Override
  public void handle(Context ctx, Visitor visitor) {
    if (ApiQuery.refuses(ctx)) return;
    Account account = visitor.account();
    SourceDefinition source = source(ctx.pathParam("source"));
    Allowance.refuseExcess(
        ctx,
        allowance.take(account.id()),
        wait -> Reason.of("limit-forwards").with("n", PER_MINUTE).with("wait", wait));
    String type = ctx.contentType() == null ? "" : ctx.contentType().toLowerCase(Locale.ROOT);
    if (!type.replaceFirst("(?s);.*", "").strip().equals("application/json"))
      throw new HttpRefusal(415, "Not JSON", "Send the body as application/json.");
    byte[] body = ctx.bodyAsBytes();
    Forwarded forwarded = bulkhead.read(() -> ForwardedBody.read(body, instance.now()));
    Sender sender =
        new Sender(
            account.id(),
            account.created(),
            instance.clients().neighbourhood(ctx),
            account.is(Role.OPERATOR));
    switch (bulkhead.read(() -> forwards.take(source, forwarded, sender))) {
      case ForwardResult.Refused(String reason) ->
          throw new HttpRefusal(422, "Not taken", "Nothing was changed: " + reason + ".");
      case ForwardResult.Rows rows -> answer(ctx, rows(source, forwarded, rows, account));
      case ForwardResult.Nothing _ -> answer(ctx, object(source, "empty"));
      case ForwardResult.Gone(String id, boolean closed) ->
          answer(ctx, object(source, "gone").put("id", id).put("closed", closed));
    }
  }

  private SourceDefinition source(String id) {
    return instance
        .sources()
        .byId(id)
        .filter(source -> source.companion().isPresent())
        .orElseThrow(
            () -> new Missing("Nothing is forwarded to '" + id + "': no source has this name."));
  }

  private static ObjectNode object(SourceDefinition source, String outcome) {
    return PostingJson.MAPPER.createObjectNode().put("source", source.id()).put("outcome", outcome);
  }

  private ObjectNode rows(
      SourceDefinition source, Forwarded forwarded, ForwardResult.Rows rows, Account account) {
    String outcome =
        switch (forwarded) {
          case Forwarded.Page _ -> "items";
          case Forwarded.Task _ -> "saved";
        };
    ObjectNode answer = object(source, outcome);
    ArrayNode ids = answer.putArray("ids");
    rows.ids().forEach(ids::add);
    warned(rows.ids(), account, answer);
    answer.put("added", rows.added()).put("changed", rows.changed());
    answer.put("confirmed", rows.confirmed()).put("held", rows.held());
    ArrayNode rejected = answer.putArray("rejected");
    for (Extraction.Rejected row : rows.rejected())
      rejected
          .addObject()
          .put("row", row.row())
          .put("field", row.field())
          .put("reason", row.reason());
    answer.put("left_out", rows.leftOut());
    if (rows.tooMany() > 0)
      answer.put("over_limit", rows.tooMany()).put("message", tooMany(rows.tooMany()));
    return answer;
  }

  /** Those that carry a caution or a danger, so that the worker sees it before she starts. */
  private void warned(List<String> ids, Account account, ObjectNode answer) {
    Map<String, Posting> postings = instance.store().postings().byIds(ids);
    ArrayNode warned = answer.putArray("warned");
    for (String id : ids)
      Optional.ofNullable(postings.get(id))
          .or(() -> instance.store().sightings().shownTo(account.id(), id))
          .ifPresent(posting -> warned(posting, warned));
  }

  private static void warned(Posting posting, ArrayNode warned) {
    Optional<Warning> gravest = posting.assessment().gravest();
    if (gravest.isEmpty()) return;
    warned
        .addObject()
        .put("id", posting.id())
        .put("title", posting.job().title())
        .put("severity", Worded.wordOf(gravest.get().severity()))
        .put("code", gravest.get().code())
        .put("text", gravest.get().text());
  }

  private String tooMany(int tasks) {
    return "%s not taken: one account may pass on %d new tasks a day. All others were taken. Pass these on again tomorrow (UTC), or ask the operator to raise new-tasks-a-day."
        .formatted(tasks == 1 ? "1 new task was" : tasks + " new tasks were", forwards.mostNew());
  }

  private static void answer(Context ctx, ObjectNode body) {
    Answer.send(ctx, 200, Answer.JSON, "no-store", body.toString());
  }
}
