package worthwhile.alert.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import worthwhile.alert.message.AlertMessage.Line;
import worthwhile.alert.message.AlertMessage.Match;
import worthwhile.alert.saved.AlertReason;
import worthwhile.posting.PostingJson;

/** A message as a program reads it. */
public final class WebhookBody {
  /** Written a short time ago: in a burst each posting goes to many. */
  private static final RecentTexts POSTINGS =
      new RecentTexts(posting -> PostingJson.write(posting.offered()));

  private WebhookBody() {}

  private record Body(String type, String timestamp, Object data) {}

  private record Name(String id, String name) {}

  /** Written in one go: this is done for every message, and postings are long. */
  public static String of(AlertMessage message) {
    Map<String, Object> data = new LinkedHashMap<>();
    Map.Entry<String, String> search = message.searches().entrySet().iterator().next();
    data.put("savedSearch", new Name(search.getKey(), search.getValue()));
    data.put("reason", message.reason().word());
    if (message.reason().tellsInLines())
      data.put(array(message.reason()), message.lines().stream().map(WebhookBody::line).toList());
    String body =
        PostingJson.MAPPER.writeValueAsString(
            new Body(type(message.reason()), message.at().toString(), data));
    return message.lines().isEmpty() || !message.matches().isEmpty()
        ? withPostings(body, message)
        : body;
  }

  /** The postings are JSON already and go at the end of the data, before both braces close. */
  private static String withPostings(String body, AlertMessage message) {
    var whole = new StringBuilder(body.length() + 1_500 * message.matches().size());
    whole.append(body, 0, body.length() - 2).append(",\"postings\":[");
    String between = "";
    for (Match match : message.matches()) {
      whole.append(between).append(POSTINGS.of(match.posting()));
      between = ",";
    }
    return whole.append("]}}").toString();
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

  private static Map<String, String> line(Line each) {
    Map<String, String> line = new LinkedHashMap<>(new TreeMap<>(each.facts()));
    line.put("text", each.text());
    each.link().ifPresent(link -> line.put("url", link));
    return line;
  }
}
