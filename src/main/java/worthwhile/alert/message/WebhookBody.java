package worthwhile.alert.message;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.message.AlertMessage.Line;
import worthwhile.alert.message.AlertMessage.Match;
import worthwhile.alert.saved.AlertReason;
import worthwhile.posting.PostingJson;

/** A message as a program reads it. */
public final class WebhookBody {
  private WebhookBody() {}

  public static String of(AlertMessage message) {
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("type", type(message.reason()));
    body.put("timestamp", message.at().toString());
    ObjectNode data = body.putObject("data");
    Map.Entry<String, String> search = message.searches().entrySet().iterator().next();
    data.putObject("savedSearch").put("id", search.getKey()).put("name", search.getValue());
    data.put("reason", message.reason().word());
    if (message.reason().tellsInLines()) lines(message, data.putArray(array(message.reason())));
    if (!message.lines().isEmpty() && message.matches().isEmpty()) return body.toString();
    ArrayNode postings = data.putArray("postings");
    for (Match match : message.matches()) postings.add(PostingJson.tree(match.posting().offered()));
    return body.toString();
  }

  private static String type(AlertReason reason) {
    return switch (reason) {
      case SOURCES -> "sources.silent";
      case PLATFORM_CHANGES -> "platforms.changed";
      case DUE -> "work.due";
      case NEW, CHANGED, REOPENED, PAY_ROSE, WARNING, WOKE, CONFIRM, TEST -> "postings.matched";
    };
  }

  /** Where the lines of a reason stand. */
  private static String array(AlertReason reason) {
    return switch (reason) {
      case SOURCES -> "sources";
      case PLATFORM_CHANGES -> "changes";
      case WOKE -> "platforms";
      case DUE, NEW, CHANGED, REOPENED, PAY_ROSE, WARNING, CONFIRM, TEST -> "lines";
    };
  }

  private static void lines(AlertMessage message, ArrayNode lines) {
    for (Line each : message.lines()) {
      ObjectNode line = lines.addObject();
      new TreeMap<>(each.facts()).forEach(line::put);
      line.put("text", each.text());
      each.link().ifPresent(link -> line.put("url", link));
    }
  }
}
