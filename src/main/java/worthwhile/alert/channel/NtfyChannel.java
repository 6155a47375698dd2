package worthwhile.alert.channel;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.ChatMarkup;
import worthwhile.alert.message.ChatText;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.fetch.wire.Wire;
import worthwhile.posting.PostingJson;

/** Messages to a topic of an ntfy server, published as JSON. */
public final class NtfyChannel implements Channel {
  private static final int USUAL = 3;
  private static final int HIGH = 4;

  private final JsonPost post;

  public NtfyChannel(Wire wire, String agent) {
    this.post = new JsonPost(wire, agent);
  }

  @Override
  public Attempt send(AlertMessage message, Recipient to) {
    if (!(to.destination()
        instanceof Destination.Ntfy(URI server, String topic, Optional<String> token)))
      throw new IllegalArgumentException("no topic of ntfy: " + to.type());
    Map<String, String> headers =
        token.map(word -> Map.of("Authorization", "Bearer " + word)).orElse(Map.of());
    return switch (post.send(URI.create(server + "/"), headers, body(message, topic))) {
      case JsonPost.Outcome.Answered answer -> judged(answer);
      case JsonPost.Outcome.Failed(Attempt attempt) -> attempt;
    };
  }

  private static Attempt judged(JsonPost.Outcome.Answered answer) {
    boolean locked = answer.status() == 401 || answer.status() == 403;
    return locked
        ? new Attempt.Refused(
            answer.said("error") + ": the topic wants a token that may write there")
        : answer.judged("error");
  }

  private static ObjectNode body(AlertMessage message, String topic) {
    boolean warns = message.reason() == AlertReason.WARNING;
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("topic", topic);
    body.put("title", ChatText.title(message));
    body.put("message", ChatText.of(message, ChatMarkup.NTFY).text());
    body.put("click", ChatText.link(message));
    body.putArray("tags").add(warns ? "warning" : "mag");
    body.put("priority", warns ? HIGH : USUAL);
    return body;
  }
}
