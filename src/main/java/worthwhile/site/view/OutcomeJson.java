package worthwhile.site.view;

import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.reputation.CountedShare;
import worthwhile.reputation.OutcomeCounts;

/** What became of tasks, as the API writes it; what nobody tells is missing. */
public final class OutcomeJson {
  private OutcomeJson() {}

  public static ObjectNode of(OutcomeCounts counts) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode().put("workers", counts.workers());
    put(node, "paid", counts.paid());
    counts.daysToPay().ifPresent(days -> node.put("daysToPay", days));
    ObjectNode rejections = node.putObject("rejections");
    counts.rejections().forEach((cause, n) -> rejections.put(cause.word(), n));
    put(node, "screenedOut", counts.screenedOut());
    node.put("timedOut", counts.timedOut()).put("broken", counts.broken());
    put(node, "answered", counts.answered());
    put(node, "again", counts.again());
    return node;
  }

  /** A share with its 90% interval; nothing where nobody tells. */
  public static void put(ObjectNode node, String name, CountedShare share) {
    if (share.of() == 0) return;
    node.putObject(name)
        .put("hits", share.hits())
        .put("of", share.of())
        .put("share", share.share().orElseThrow())
        .put("low", share.interval().orElseThrow().low())
        .put("high", share.interval().orElseThrow().high());
  }
}
