package worthwhile.alert.channel;

import java.net.URI;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.ChatMarkup;
import worthwhile.alert.message.ChatText;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.fetch.wire.Wire;
import worthwhile.posting.PostingJson;

/** Messages to a webhook of a Discord channel, which ping nobody whatever a title says. */
public final class DiscordChannel implements Channel {
  private static final String SAID = "message";

  /** What Discord calls a message whose form it does not take. */
  private static final int INVALID_FORM = 50_035;

  private static final int NO_PREVIEWS = 1 << 2;

  private final JsonPost post;

  public DiscordChannel(Wire wire, String agent) {
    this.post = new JsonPost(wire, agent);
  }

  @Override
  public Attempt send(AlertMessage message, Recipient to) {
    if (!(to.destination() instanceof Destination.Discord(URI url)))
      throw new IllegalArgumentException("no webhook of Discord: " + to.type());
    return switch (post(url, message, ChatMarkup.DISCORD)) {
      case JsonPost.Outcome.Answered answer when isFormRefused(answer) ->
          judged(post(url, message, ChatMarkup.PLAIN));
      case JsonPost.Outcome other -> judged(other);
    };
  }

  private JsonPost.Outcome post(URI url, AlertMessage message, ChatMarkup markup) {
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("content", ChatText.of(message, markup).text());
    body.putObject("allowed_mentions").putArray("parse");
    body.put("flags", NO_PREVIEWS);
    return post.send(url, Map.of(), body);
  }

  private static boolean isFormRefused(JsonPost.Outcome.Answered answer) {
    return answer.status() == 400 && answer.body().path("code").asInt(0) == INVALID_FORM;
  }

  private static Attempt judged(JsonPost.Outcome outcome) {
    return switch (outcome) {
      case JsonPost.Outcome.Answered answer when answer.status() == 404 ->
          new Attempt.Gone(answer.said(SAID));
      case JsonPost.Outcome.Answered answer -> answer.judged(SAID);
      case JsonPost.Outcome.Failed(Attempt attempt) -> attempt;
    };
  }
}
