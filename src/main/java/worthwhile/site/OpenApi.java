package worthwhile.site;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Assets;
import worthwhile.site.http.Feature;

/**
 * The OpenAPI description, joined from one piece for each feature when it is first asked for: a
 * start does not wait for it.
 */
final class OpenApi implements Handler {
  private final List<Feature> features;
  private @Nullable String whole;

  OpenApi(List<Feature> features) {
    this.features = features;
  }

  /**
   * Sends the whole description: what all features share stands in the piece {@code frame}.
   *
   * @throws IllegalStateException if two pieces say different things of one name
   */
  @Override
  public void handle(Context ctx) {
    Answer.json(ctx, whole());
  }

  private synchronized String whole() {
    if (whole == null) whole = joined();
    return whole;
  }

  private String joined() {
    ObjectNode joined = read("frame");
    features.forEach(feature -> join(joined, read(feature.name())));
    return joined.toPrettyString();
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
