package worthwhile.site.operate;

import io.javalin.http.Context;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;
import worthwhile.site.view.SiteInstance;

/** {@code GET /health/live} and {@code /health/ready}, for whoever keeps the program running. */
final class Health {
  private final SiteInstance instance;
  private final BooleanSupplier stopping;

  Health(SiteInstance instance, BooleanSupplier stopping) {
    this.instance = instance;
    this.stopping = stopping;
  }

  void live(Context ctx) {
    answer(ctx, 200, "up");
  }

  /** Ready when the database answers, the index is open and the server is not stopping. */
  void ready(Context ctx) {
    if (stopping.getAsBoolean()) {
      answer(ctx, 503, "stopping");
      return;
    }
    long stored = instance.store().postings().revision();
    long indexed = instance.index().revision();
    answer(ctx, 200, indexed < stored ? "catching-up" : "ready");
  }

  private static void answer(Context ctx, int status, String word) {
    ObjectNode body = PostingJson.MAPPER.createObjectNode().put("status", word);
    Answer.send(ctx, status, Answer.JSON, "no-store", body.toString());
  }
}
