package worthwhile.site.market;

import tools.jackson.databind.node.ObjectNode;
import worthwhile.market.Market;
import worthwhile.market.Sample;
import worthwhile.posting.PostingJson;

/** What a sample says, as the API writes it. */
public final class MarketJson {
  private MarketJson() {}

  /** How many it rests on, and the median and the middle half where they are enough. */
  public static ObjectNode of(Sample sample) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("tasks", sample.postings()).put("n", sample.n());
    sample.median().ifPresent(usd -> node.put("median", usd));
    sample.lowerQuartile().ifPresent(usd -> node.put("lowerQuartile", usd));
    sample.upperQuartile().ifPresent(usd -> node.put("upperQuartile", usd));
    return node;
  }

  /** The same of a platform, which stands where nothing else says of what time it is. */
  public static ObjectNode ofPlatform(Sample sample) {
    return of(sample).put("currency", "USD").put("days", Market.DAYS);
  }
}
