package worthwhile.alert.message;

import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.message.AlertMessage.Match;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Silence;
import worthwhile.posting.PostingJson;

/** A message as a program reads it. */
public final class WebhookBody {
  private WebhookBody() {}

  public static String of(AlertMessage message) {
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    boolean sources = message.reason() == AlertReason.SOURCES;
    body.put("type", sources ? "sources.silent" : "postings.matched");
    body.put("timestamp", message.at().toString());
    ObjectNode data = body.putObject("data");
    Map.Entry<String, String> search = message.searches().entrySet().iterator().next();
    data.putObject("savedSearch").put("id", search.getKey()).put("name", search.getValue());
    data.put("reason", message.reason().word());
    if (sources) {
      silent(message, data.putArray("sources"));
      return body.toString();
    }
    ArrayNode postings = data.putArray("postings");
    for (Match match : message.matches()) postings.add(PostingJson.tree(match.posting().offered()));
    return body.toString();
  }

  private static void silent(AlertMessage message, ArrayNode sources) {
    for (Silence each : message.silent())
      sources
          .addObject()
          .put("platform", each.platform())
          .put("name", each.name())
          .put("lastRead", each.since().toString());
  }
}
