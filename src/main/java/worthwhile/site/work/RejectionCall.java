package worthwhile.site.work;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.posting.PostingJson;
import worthwhile.posting.word.Worded;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.SiteInstance;
import worthwhile.text.FailureText;
import worthwhile.work.WorkExport;
import worthwhile.work.rejection.Pursuit;

/** {@code /api/v1/work/{id}/after-rejection}: the same as the page, for programs. */
final class RejectionCall {
  private final SiteInstance instance;
  private final Workers workers;

  RejectionCall(SiteInstance instance, Workers workers) {
    this.instance = instance;
    this.workers = workers;
  }

  void show(Context ctx, Visitor visitor) {
    if (ApiQuery.refuses(ctx)) return;
    Answer.own(ctx, json(AfterRejection.of(instance, workers, visitor.account(), ctx)).toString());
  }

  /** Notes what was done, or how it ended, and answers what comes next now. */
  void note(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    AfterRejection piece = AfterRejection.of(instance, workers, account, ctx);
    PursuitWords words =
        new PursuitWords(TimersCall.body(ctx, PursuitWords.NAMES), piece.today(), piece.zone());
    try {
      if (!instance.store().pursuits().change(account.id(), piece.work().id(), words::over))
        throw AfterRejection.missing();
    } catch (IllegalArgumentException e) {
      throw TimingWords.wrong(FailureText.of(e));
    }
    ObjectNode now = json(AfterRejection.of(instance, workers, account, ctx));
    Answer.send(ctx, 200, Answer.JSON, "no-store", now.toString());
  }

  private static ObjectNode json(AfterRejection piece) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.set("work", PostingJson.MAPPER.valueToTree(WorkExport.Row.of(piece.work())));
    node.put("next", piece.next().word()).put("text", piece.sentence());
    put(node, "day", piece.next().day());
    put(node, "contestUntil", piece.last());
    put(node, "dueUntil", piece.due());
    node.put("message", piece.message());
    node.set("recourses", PostingJson.MAPPER.valueToTree(piece.rules().recourses()));
    node.set("done", done(piece.pursuit()));
    piece.review().ifPresent(id -> node.put("review", id));
    return node;
  }

  private static ObjectNode done(Pursuit pursuit) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    put(node, "rejected", pursuit.rejected());
    pursuit.cause().map(Worded::word).ifPresent(word -> node.put("cause", word));
    put(node, "wrote", pursuit.wrote());
    put(node, "support", pursuit.support());
    put(node, "remind", pursuit.remind());
    pursuit.outcome().map(Worded::word).ifPresent(word -> node.put("outcome", word));
    return node;
  }

  private static void put(ObjectNode node, String name, Optional<LocalDate> day) {
    day.ifPresent(value -> node.put(name, value.toString()));
  }
}
