package worthwhile.alert.message;

import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.message.AlertMessage.Match;
import worthwhile.posting.PostingJson;

/** A message as a program reads it. */
public final class WebhookBody {
  private WebhookBody() {}

  public static String of(AlertMessage message) {
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("type", "postings.matched");
    body.put("timestamp", message.at().toString());
    ObjectNode data = body.putObject("data");
    Map.Entry<String, String> search = message.searches().entrySet().iterator().next();
    data.putObject("savedSearch").put("id", search.getKey()).put("name", search.getValue());
    data.put("reason", message.reason().word());
    ArrayNode postings = data.putArray("postings");
    for (Match match : message.matches()) postings.add(PostingJson.tree(match.posting().offered()));
    return body.toString();
  }
}
