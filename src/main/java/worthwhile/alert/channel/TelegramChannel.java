package worthwhile.alert.channel;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.ChatMarkup;
import worthwhile.alert.message.ChatText;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChatCode;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.fetch.wire.Wire;
import worthwhile.posting.PostingJson;

/** Messages to chats by the operator's bot. */
public final class TelegramChannel implements Channel {
  private static final String SAID = "description";

  private final JsonPost post;
  private final TelegramBot bot;

  public TelegramChannel(Wire wire, String agent, TelegramBot bot) {
    this.post = new JsonPost(wire, agent);
    this.bot = bot;
  }

  @Override
  public Attempt send(AlertMessage message, Recipient to) {
    if (!(to.destination() instanceof Destination.Telegram(String chat, Optional<ChatCode> code)))
      throw new IllegalArgumentException("no chat of Telegram: " + to.type());
    if (message.reason() == AlertReason.CONFIRM)
      return code.map(asked -> ask(message, chat, asked)).orElseGet(TelegramChannel::answered);
    ObjectNode marked = body(chat, ChatText.of(message, ChatMarkup.TELEGRAM).text());
    return switch (post(marked.put("parse_mode", "HTML"))) {
      case JsonPost.Outcome.Answered answer when isMarkupRefused(answer) ->
          judged(post(body(chat, ChatText.of(message, ChatMarkup.PLAIN).text())));
      case JsonPost.Outcome other -> judged(other);
    };
  }

  private Attempt ask(AlertMessage message, String chat, ChatCode code) {
    return judged(post(body(chat, ChatText.asking(message, code.digits()))));
  }

  /** Whoever typed the code before it was sent needs no message. */
  private static Attempt answered() {
    return new Attempt.Sent();
  }

  private JsonPost.Outcome post(ObjectNode body) {
    return post.send(bot.method("sendMessage"), Map.of(), body);
  }

  private static ObjectNode body(String chat, String text) {
    ObjectNode body = PostingJson.MAPPER.createObjectNode().put("chat_id", chat).put("text", text);
    body.putObject("link_preview_options").put("is_disabled", true);
    return body;
  }

  private static boolean isMarkupRefused(JsonPost.Outcome.Answered answer) {
    return answer.status() == 400 && says(answer, "parse entities");
  }

  private static boolean says(JsonPost.Outcome.Answered answer, String words) {
    return answer.body().path(SAID).asString("").toLowerCase(Locale.ROOT).contains(words);
  }

  private static Attempt judged(JsonPost.Outcome outcome) {
    return switch (outcome) {
      case JsonPost.Outcome.Answered answer -> judged(answer);
      case JsonPost.Outcome.Failed(Attempt attempt) -> attempt;
    };
  }

  private static Attempt judged(JsonPost.Outcome.Answered answer) {
    JsonNode parameters = answer.body().path("parameters");
    return switch (answer.status()) {
      case 401, 404 ->
          new Attempt.Later(
              Optional.empty(),
              answer.said(SAID)
                  + ": this instance's bot is not known there, its operator can mend that");
      case 403 -> new Attempt.Gone(answer.said(SAID));
      case 400 -> mistaken(answer, parameters.path("migrate_to_chat_id").asString(""));
      case 429 -> new Attempt.Later(answer.rest(parameters.path("retry_after")), answer.said(SAID));
      default -> answer.judged(SAID);
    };
  }

  private static Attempt mistaken(JsonPost.Outcome.Answered answer, String movedTo) {
    if (!movedTo.isEmpty()) return new Attempt.Gone(answer.said(SAID) + ": it is " + movedTo);
    if (says(answer, "chat not found")) return new Attempt.Gone(answer.said(SAID));
    return answer.judged(SAID);
  }
}
