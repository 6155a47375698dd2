package worthwhile.alert.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.alert.message.AlertMessage.Line;
import worthwhile.alert.saved.AlertReason;
import worthwhile.posting.Posting;
import worthwhile.text.Shortened;

/**
 * A message as chat services take it, never longer than they do: what is too long is cut by whole
 * tasks, and how many were left out is said.
 *
 * @param text as the service takes it
 * @param leftOut how many tasks it is cut by
 */
public record ChatText(String text, int leftOut) {
  private static final int LONGEST_NAMES = 200;
  private static final int LONGEST_WARNING = 300;
  private static final String BETWEEN = "\n\n";

  /** A message in the markup of a service. */
  public static ChatText of(AlertMessage message, ChatMarkup markup) {
    if (message.matches().isEmpty() && message.lines().isEmpty())
      return new ChatText(markup.escaped(MailText.words("trial.text")) + foot(message, markup), 0);
    StringBuilder text = new StringBuilder(head(message, markup));
    List<String> items = items(message, markup);
    int room = markup.most() - markup.length(tail(message, markup, items.size()));
    int kept = 0;
    for (String item : items) {
      if (markup.length(text) + markup.length(BETWEEN + item) > room) break;
      text.append(BETWEEN).append(item);
      kept++;
    }
    int leftOut = items.size() - kept;
    return new ChatText(text + tail(message, markup, leftOut), leftOut);
  }

  private static List<String> items(AlertMessage message, ChatMarkup markup) {
    Stream<String> lines = message.lines().stream().map(line -> item(line, markup));
    Stream<String> tasks =
        message.matches().stream().map(match -> item(message, match.posting(), markup));
    return Stream.concat(lines, tasks).toList();
  }

  private static String item(Line line, ChatMarkup markup) {
    String text = Shortened.to(LONGEST_WARNING, MailText.line(line));
    return line.link().map(link -> markup.linked(text, link)).orElseGet(() -> markup.escaped(text));
  }

  /** One line that says what it is about, for services that show one apart. */
  public static String title(AlertMessage message) {
    return MailText.subject(message);
  }

  /** What opens when it is touched: the task where it tells of one, else the reader's alerts. */
  public static String link(AlertMessage message) {
    return message.matches().size() == 1
        ? MailText.link(message, message.matches().getFirst().posting())
        : message.linkOfLines().orElse(message.site() + "/alerts");
  }

  /**
   * What a chat reads before anything else is sent there.
   *
   * @param code that its reader is to type on the page
   */
  public static String asking(AlertMessage message, String code) {
    if (message.reason() != AlertReason.CONFIRM)
      throw new IllegalArgumentException("asks nothing: " + message.reason());
    return String.join(
        BETWEEN,
        MailText.words("chat.confirm") + " " + code,
        message.site() + "/alerts",
        MailText.words("mail.confirm-not"));
  }

  private static String head(AlertMessage message, ChatMarkup markup) {
    String reason = MailText.words("reason." + message.reason().word());
    if (message.searches().isEmpty()) return markup.strong(reason);
    String names = Shortened.to(LONGEST_NAMES, MailText.names(message.searches()));
    return markup.strong(reason) + ": " + markup.escaped(oneLine(names));
  }

  private static String item(AlertMessage message, Posting posting, ChatMarkup markup) {
    String pay = MailText.pay(posting).map(words -> markup.strong(words) + " ").orElse("");
    String warning =
        MailText.warning(posting)
            .map(words -> "\n⚠ " + markup.escaped(Shortened.to(LONGEST_WARNING, oneLine(words))))
            .orElse("");
    String link = MailText.link(message, posting);
    return pay + markup.linked(MailText.title(posting), link) + warning;
  }

  private static String tail(AlertMessage message, ChatMarkup markup, int leftOut) {
    String more = leftOut > 0 ? BETWEEN + markup.escaped(MailText.leftOut(message, leftOut)) : "";
    Optional<String> gone = MailText.gone(message);
    String note = MailText.note(message).map(words -> BETWEEN + markup.escaped(words)).orElse("");
    return more
        + note
        + gone.map(words -> BETWEEN + markup.escaped(words)).orElse("")
        + foot(message, markup);
  }

  private static String foot(AlertMessage message, ChatMarkup markup) {
    return BETWEEN + markup.linked(MailText.words("chat.mine"), message.leave());
  }

  private static String oneLine(String text) {
    return MailText.line(text);
  }
}
