package worthwhile.site;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Assets;
import worthwhile.site.http.Feature;

/** The OpenAPI description, joined from one piece for each feature. */
final class OpenApi {
  private OpenApi() {}

  /**
   * The whole description: what all features share stands in the piece {@code frame}.
   *
   * @throws IllegalStateException if two pieces say different things of one name
   */
  static String of(List<Feature> features) {
    ObjectNode whole = read("frame");
    features.forEach(feature -> join(whole, read(feature.name())));
    return whole.toPrettyString();
  }

  private static ObjectNode read(String piece) {
    return (ObjectNode) PostingJson.MAPPER.readTree(Assets.read("/openapi/" + piece + ".json"));
  }

  private static void join(ObjectNode whole, ObjectNode piece) {
    for (Map.Entry<String, JsonNode> entry : piece.properties()) {
      JsonNode there = whole.get(entry.getKey());
      if (there == null) whole.set(entry.getKey(), entry.getValue());
      else if (there instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode more)
        join(inner, more);
      else throw new IllegalStateException("described twice: " + entry.getKey());
    }
  }
}
