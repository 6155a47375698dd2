package worthwhile.alert.message;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.alert.message.AlertMessage.Line;
import worthwhile.alert.message.AlertMessage.Match;
import worthwhile.alert.saved.AlertReason;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.Sentences;
import worthwhile.posting.Warning;
import worthwhile.text.Escaped;
import worthwhile.text.Shortened;

/**
 * A message as mail: what is too long is cut by whole tasks, and how many were left out is said.
 */
public final class MailText {
  /** Tasks that one mail tells of; nobody reads more. */
  static final int MOST = 25;

  private static final int LONGEST_TITLE = 160;
  private static final Pattern TURNS =
      Pattern.compile("[\\p{Cntrl}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029]");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final RecentTexts TITLES = new RecentTexts(MailText::shortened);

  private MailText() {}

  /** One line without anything that could end it. */
  public static String subject(AlertMessage message) {
    if (message.reason() == AlertReason.CONFIRM) return words("mail.confirm-subject");
    if (message.reason() == AlertReason.TEST) return words("trial.subject");
    if (!message.reason().tellsOfPostings())
      return words("mail." + message.reason().word() + "-subject") + " " + titles(message);
    int count = message.matches().size();
    Posting first = message.matches().getFirst().posting();
    String start = words("reason." + message.reason().word());
    String more = count > 1 ? " (+" + (count - 1) + ")" : "";
    if (!message.lines().isEmpty()) start += " (" + titles(message) + ")";
    return start + ": " + pay(first).map(pay -> pay + " ").orElse("") + title(first) + more;
  }

  /** The plain part. */
  public static String plain(AlertMessage message) {
    if (message.reason() == AlertReason.CONFIRM)
      return words("mail.confirm")
          + "\n\n"
          + message.leave()
          + "/confirm\n\n"
          + words("mail.confirm-not")
          + "\n";
    StringBuilder text = new StringBuilder();
    if (message.reason() == AlertReason.TEST) text.append(words("trial.text")).append("\n\n");
    message.lines().stream().limit(MOST).forEach(line -> plain(line, text));
    note(message).ifPresent(note -> text.append(note).append("\n\n"));
    message.matches().stream().limit(MOST).forEach(match -> plain(message, match, text));
    leftOut(message).ifPresent(line -> text.append(line).append("\n\n"));
    gone(message).ifPresent(line -> text.append(line).append("\n\n"));
    return text.append(why(message))
        .append("\n")
        .append(words("mail.leave"))
        .append(' ')
        .append(message.leave())
        .append('\n')
        .toString();
  }

  /** Why its reader is told. */
  private static String why(AlertMessage message) {
    return message.searches().isEmpty()
        ? words("mail.why-asked")
        : words("mail.why") + " " + names(message.searches());
  }

  private static void plain(Line line, StringBuilder text) {
    text.append(line(line)).append('\n');
    line.link().ifPresent(link -> text.append(link).append('\n'));
    text.append('\n');
  }

  private static void plain(AlertMessage message, Match match, StringBuilder text) {
    Posting posting = match.posting();
    pay(posting).ifPresent(pay -> text.append(pay).append("  "));
    text.append(title(posting)).append('\n');
    warning(posting).ifPresent(words -> text.append("! ").append(words).append('\n'));
    text.append(link(message, posting)).append("\n\n");
  }

  /** The HTML part: one column, no picture, nothing loaded. */
  public static String html(AlertMessage message) {
    StringBuilder html =
        new StringBuilder(
            "<!doctype html><html lang=\"en\"><body style=\"font-family:sans-serif;"
                + "max-width:36em;margin:0 auto;padding:1em;line-height:1.4\">");
    if (message.reason() == AlertReason.CONFIRM)
      html.append(
          "<p>%s</p><p><a href=\"%s/confirm\">%s</a></p><p>%s</p>"
              .formatted(
                  Escaped.html(words("mail.confirm")),
                  Escaped.html(message.leave()),
                  Escaped.html(words("mail.confirm-link")),
                  Escaped.html(words("mail.confirm-not"))));
    else tasks(message, html);
    return html.append("</body></html>").toString();
  }

  private static void tasks(AlertMessage message, StringBuilder html) {
    if (message.reason() == AlertReason.TEST)
      html.append("<p>").append(Escaped.html(words("trial.text"))).append("</p>");
    message.lines().stream().limit(MOST).forEach(line -> html(line, html));
    note(message).ifPresent(note -> html.append("<p>").append(Escaped.html(note)).append("</p>"));
    message.matches().stream().limit(MOST).forEach(match -> html(message, match, html));
    leftOut(message)
        .ifPresent(line -> html.append("<p>").append(Escaped.html(line)).append("</p>"));
    gone(message).ifPresent(line -> html.append("<p>").append(Escaped.html(line)).append("</p>"));
    html.append(
        "<p style=\"color:#555;font-size:.9em\">%s<br><a href=\"%s\">%s</a></p>"
            .formatted(
                Escaped.html(why(message)),
                Escaped.html(message.leave()),
                Escaped.html(words("mail.leave-link"))));
  }

  private static void html(Line line, StringBuilder html) {
    String text = Escaped.html(line(line));
    html.append("<p dir=\"auto\">")
        .append(
            line.link()
                .map(link -> "<a href=\"%s\">%s</a>".formatted(Escaped.html(link), text))
                .orElse(text))
        .append("</p>");
  }

  private static void html(AlertMessage message, Match match, StringBuilder html) {
    Posting posting = match.posting();
    html.append("<p dir=\"auto\">");
    pay(posting).ifPresent(pay -> html.append("<b>").append(Escaped.html(pay)).append("</b> "));
    html.append(
        "<a href=\"%s\">%s</a>"
            .formatted(Escaped.html(link(message, posting)), Escaped.html(title(posting))));
    warning(posting).ifPresent(words -> html.append("<br>⚠ ").append(Escaped.html(words)));
    html.append("</p>");
  }

  /** What is told in words, a line each, and what that means. */
  static List<String> lines(AlertMessage message) {
    return Stream.concat(
            message.lines().stream().limit(MOST).map(MailText::line), note(message).stream())
        .toList();
  }

  static String line(Line line) {
    return line(line.title()) + ": " + line(line.text());
  }

  /** What the lines of a message mean; absent where they speak for themselves. */
  static Optional<String> note(AlertMessage message) {
    return switch (message.reason()) {
      case SOURCES, DUE -> Optional.of(words("mail." + message.reason().word()));
      case NEW, CHANGED, REOPENED, PAY_ROSE, WARNING, WOKE, PLATFORM_CHANGES, CONFIRM, TEST ->
          Optional.empty();
    };
  }

  private static String titles(AlertMessage message) {
    List<String> titles =
        message.lines().stream().map(each -> line(each.title())).distinct().toList();
    String names = titles.stream().limit(3).collect(Collectors.joining(", "));
    int more = titles.size() - 3;
    return more > 0 ? names + " (+" + more + ")" : names;
  }

  private static Optional<String> leftOut(AlertMessage message) {
    int out = Math.max(message.matches().size(), message.lines().size()) - MOST;
    return out > 0 ? Optional.of(leftOut(message, out)) : Optional.empty();
  }

  /** How many tasks or lines were left out. */
  static String leftOut(AlertMessage message, int out) {
    return out + " " + words(message.reason().tellsOfPostings() ? "mail.left-out" : "mail.more");
  }

  static Optional<String> gone(AlertMessage message) {
    return message.gone() > 0
        ? Optional.of(
            message.gone()
                + " / "
                + (message.gone() + message.matches().size())
                + " "
                + words("mail.gone"))
        : Optional.empty();
  }

  static String names(Map<String, String> searches) {
    return searches.values().stream().sorted().collect(Collectors.joining(", "));
  }

  static String link(AlertMessage message, Posting posting) {
    String id = Escaped.idInAddress(posting.id()).replace("%2F", "/");
    return message.site() + "/tasks/" + id + "?m=" + message.delivery();
  }

  /** One line, shortened. */
  static String title(Posting posting) {
    return TITLES.of(posting);
  }

  private static String shortened(Posting posting) {
    return Shortened.to(LONGEST_TITLE, line(posting.job().title()));
  }

  /** One line without what turns the text around it (Unicode's bidi controls). */
  static String line(String text) {
    String plain = TURNS.matcher(text).replaceAll(" ");
    return SPACES.matcher(plain).replaceAll(" ").strip();
  }

  static Optional<String> pay(Posting posting) {
    return Optional.ofNullable(posting.pay())
        .filter(pay -> pay.currency().equals("USD"))
        .map(Pay::net)
        .map(net -> "$" + net.setScale(2, RoundingMode.HALF_UP).toPlainString() + "/h");
  }

  static Optional<String> warning(Posting posting) {
    return posting.assessment().gravest().map(Warning::text);
  }

  static String words(String key) {
    return Sentences.english().words("alerts." + key);
  }
}
