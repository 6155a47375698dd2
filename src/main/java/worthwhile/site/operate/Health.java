package worthwhile.site.operate;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.flow.Condition;
import worthwhile.flow.Finding;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.site.http.Answer;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.sql.StoreException;

/** {@code GET /health/live} and {@code /health/ready}, for whoever keeps the program running. */
final class Health {
  private static final Reason DATABASE_DAMAGED = Reason.of("database-damaged");

  private final SiteInstance instance;
  private final BooleanSupplier stopping;

  Health(SiteInstance instance, BooleanSupplier stopping) {
    this.instance = instance;
    this.stopping = stopping;
  }

  void live(Context ctx) {
    answer(ctx, 200, "up");
  }

  /**
   * Ready when the database answers, nothing is known to be damaged, there is room on the disk and
   * the server is not stopping. Whether something is damaged is looked for elsewhere: here it is
   * only said.
   */
  void ready(Context ctx) {
    if (stopping.getAsBoolean()) {
      answer(ctx, 503, "stopping");
      return;
    }
    long stored;
    try {
      stored = instance.store().postings().revision();
    } catch (StoreException e) {
      answer(ctx, e.isAway() ? Dispensable.AWAY : DATABASE_DAMAGED);
      return;
    }
    Optional<Reason> trouble = trouble();
    if (trouble.isPresent()) answer(ctx, trouble.get());
    else answer(ctx, 200, instance.index().revision() < stored ? "catching-up" : "ready");
  }

  private Optional<Reason> trouble() {
    Condition condition = instance.condition();
    if (instance.store().isExchanged()) return Optional.of(Reason.of("database-exchanged"));
    if (condition.database() instanceof Finding.Damaged) return Optional.of(DATABASE_DAMAGED);
    if (condition.index() instanceof Finding.Damaged)
      return Optional.of(Reason.of("index-damaged"));
    return condition.isDiskFull() ? Optional.of(Reason.of("disk-full")) : Optional.empty();
  }

  private static void answer(Context ctx, Reason trouble) {
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("status", trouble.code()).put("reason", trouble.text());
    send(ctx, 503, body);
  }

  private static void answer(Context ctx, int status, String word) {
    send(ctx, status, PostingJson.MAPPER.createObjectNode().put("status", word));
  }

  private static void send(Context ctx, int status, ObjectNode body) {
    Answer.send(ctx, status, Answer.JSON, "no-store", body.toString());
  }
}
