package worthwhile.alert.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.message.AlertMessage.Match;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.text.Shortened;

/**
 * A message as a browser shows it: title, body, address and tag. What is too long is cut by whole
 * tasks, and how many were left out is said.
 */
public final class PushBody {
  /** Push services take 4,096 bytes with what encryption adds; some a little less. */
  public static final int LONGEST = 3_000;

  /** For a service that found that too long. */
  public static final int SHORT = 800;

  /** Tasks that one notification names; no device shows more lines. */
  private static final int MOST = 8;

  /** Lines that it tells in words: these fit into the shortest. */
  private static final int TOLD = 3;

  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_PATH = 300;

  private PushBody() {}

  /**
   * UTF-8 of a JSON object of {@code longest} bytes at most: {@link #LONGEST} or {@link #SHORT}.
   */
  public static byte[] of(AlertMessage message, int longest) {
    String title = title(message, longest / 8);
    byte[] body = body(message, title, 0);
    for (int lines = 1; lines <= Math.min(MOST, message.matches().size()); lines++) {
      byte[] longer = body(message, title, lines);
      if (longer.length > longest) break;
      body = longer;
    }
    return body;
  }

  private static byte[] body(AlertMessage message, String title, int lines) {
    ObjectNode json = PostingJson.MAPPER.createObjectNode();
    json.put("title", title);
    json.put("body", text(message, lines));
    json.put("url", path(message));
    json.put("tag", message.delivery());
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Why, and every search that found something, as far as there is room. */
  private static String title(AlertMessage message, int longest) {
    String why = MailText.words("reason." + message.reason().word());
    if (message.searches().isEmpty()) return why;
    String reason = why + ": ";
    List<String> names = message.searches().values().stream().map(MailText::line).sorted().toList();
    for (int named = names.size(); named > 0; named--) {
      String more = named < names.size() ? " (+" + (names.size() - named) + ")" : "";
      String all = names.stream().limit(named).collect(Collectors.joining(", ")) + more;
      if (bytes(all) <= longest) return reason + all;
    }
    return reason + names.size() + " " + MailText.words("push.searches");
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String text(AlertMessage message, int lines) {
    if (message.matches().isEmpty() && message.lines().isEmpty())
      return MailText.words("trial.text");
    Stream<String> told =
        MailText.lines(message).stream().limit(TOLD).map(text -> Shortened.to(LONGEST_TITLE, text));
    List<String> all =
        Stream.concat(told, message.matches().stream().limit(lines).map(PushBody::line))
            .collect(Collectors.toCollection(ArrayList::new));
    int out = message.matches().size() - lines;
    if (out > 0) all.add(MailText.leftOut(message, out));
    return String.join("\n", all);
  }

  private static String line(Match match) {
    Posting posting = match.posting();
    String pay = MailText.pay(posting).map(text -> text + "  ").orElse("");
    String warning =
        MailText.warning(posting).map(text -> " ⚠ " + Shortened.to(LONGEST_TITLE, text)).orElse("");
    return pay + Shortened.to(LONGEST_TITLE, MailText.title(posting)) + warning;
  }

  /** Where more can be read, on whatever address its reader knows this site by. */
  private static String path(AlertMessage message) {
    if (message.matches().size() == 1) {
      Posting only = message.matches().getFirst().posting();
      String path = MailText.link(message, only).substring(message.site().length());
      if (path.length() <= LONGEST_PATH) return path;
    }
    Optional<String> told = message.linkOfLines().filter(link -> link.startsWith(message.site()));
    if (told.isPresent()) return told.get().substring(message.site().length());
    Map<String, String> searches = message.searches();
    return searches.size() == 1 ? "/alerts/" + searches.keySet().iterator().next() : "/alerts";
  }
}
