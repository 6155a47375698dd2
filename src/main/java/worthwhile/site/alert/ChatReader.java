package worthwhile.site.alert;

import static worthwhile.site.alert.SavedSearchReader.required;
import static worthwhile.site.alert.SavedSearchReader.text;
import static worthwhile.site.alert.SavedSearchReader.url;
import static worthwhile.site.alert.SavedSearchReader.wrong;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.saved.Destination;

/** Reads where messages go that chat services carry, as a program writes it. */
final class ChatReader {
  private static final String NTFY = "https://ntfy.sh";

  private ChatReader() {}

  /**
   * A topic, chat or webhook; 400 with what is wrong.
   *
   * @param type ntfy, telegram or discord
   */
  static Destination read(String type, JsonNode channel) {
    return switch (type) {
      case "ntfy" -> ntfy(channel);
      case "telegram" -> {
        String chat = required(channel, "chat").strip();
        yield made("chat", () -> new Destination.Telegram(chat, Optional.empty()));
      }
      case "discord" -> {
        URI url = url(required(channel, "url"));
        yield made("url", () -> new Destination.Discord(url));
      }
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static Destination ntfy(JsonNode channel) {
    URI server = url(text(channel, "server").orElse(NTFY));
    String topic = required(channel, "topic").strip();
    Optional<String> token = text(channel, "token").map(String::strip);
    return made("topic", () -> new Destination.Ntfy(server, topic, token));
  }

  private static Destination made(String name, Supplier<Destination> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException refused) {
      throw wrong("channels: " + name + ": " + refused.getMessage() + ".");
    }
  }
}
