package worthwhile.site.view;

import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.pay.money.UsedRate;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;

/** Postings as the API sends them: with what depends on the day and on who asks. */
public final class PostingTree {
  private PostingTree() {}

  /** The flat JSON of a posting; in its pay the rate of exchange used and the side of the floor. */
  public static ObjectNode of(Posting posting, Floor floor, LocalDate today) {
    ObjectNode tree = (ObjectNode) PostingJson.tree(posting);
    Pay pay = posting.pay();
    if (pay == null || !(tree.get("pay") instanceof ObjectNode json)) return tree;
    UsedRate.of(pay).ifPresent(rate -> rate.tell(json, today));
    floor.side(pay).ifPresent(side -> json.put("floor", side));
    return tree;
  }
}
