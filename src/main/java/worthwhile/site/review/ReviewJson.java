package worthwhile.site.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.community.ShownReviews;
import worthwhile.posting.PostingJson;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Reply;
import worthwhile.reputation.statement.Review;

/** Reviews as answers of the API. What is not known is absent. */
final class ReviewJson {
  private ReviewJson() {}

  /** As who wrote it sees it. */
  static ObjectNode own(Review review) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("id", review.id()).put("about", review.subject().toString());
    node.put("platform", review.platform());
    review.requester().map(RequesterId::toString).ifPresent(id -> node.put("requester", id));
    review.posting().ifPresent(id -> node.put("posting", id));
    facts(node, review.facts());
    review.text().ifPresent(text -> node.put("text", text));
    review.confirms().ifPresent(id -> node.put("confirms", id));
    node.put("at", LocalDate.ofInstant(review.at(), ZoneOffset.UTC).toString());
    node.put("verified", review.verified()).put("hidden", review.hidden()).put("own", true);
    return node;
  }

  /** As others see it. */
  static ObjectNode shown(ShownReviews.Shown line) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("id", line.id()).put("by", line.by());
    line.posting().ifPresent(id -> node.put("posting", id));
    facts(node, line.facts());
    line.text().ifPresent(text -> node.put("text", text));
    node.put("at", line.day().toString());
    node.put("verified", line.verified()).put("hidden", line.hidden()).put("own", line.own());
    node.put("waits", line.waits()).put("confirmations", line.confirmations());
    ArrayNode replies = node.putArray("replies");
    line.replies().forEach(reply -> replies.add(reply(reply)));
    return node;
  }

  private static ObjectNode reply(Reply reply) {
    return PostingJson.MAPPER
        .createObjectNode()
        .put("id", reply.id())
        .put("text", reply.text())
        .put("at", reply.created().toString())
        .put("hidden", reply.hidden());
  }

  private static void facts(ObjectNode node, Review.Facts facts) {
    node.put("outcome", facts.outcome().word());
    if (facts.minutes() != null) node.put("minutes", facts.minutes());
    if (facts.unpaidMinutes() != null) node.put("unpaidMinutes", facts.unpaidMinutes());
    if (facts.paid() != null)
      node.putObject("paid").put("currency", facts.currency()).put("value", facts.paid());
    if (facts.paidAfterDays() != null) node.put("paidAfterDays", facts.paidAfterDays());
    if (facts.rejectedFor() != null) node.put("rejectedFor", facts.rejectedFor().word());
    if (facts.overturned() != null) node.put("overturned", facts.overturned());
    if (facts.screenedOutPaid() != null) node.put("screenedOutPaid", facts.screenedOutPaid());
    if (facts.answered() != null) node.put("answered", facts.answered());
    if (facts.again() != null) node.put("again", facts.again());
    if (facts.deactivated() != null) node.put("deactivated", facts.deactivated());
  }
}
