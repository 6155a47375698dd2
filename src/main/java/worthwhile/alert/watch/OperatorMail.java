package worthwhile.alert.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.MailChannel;
import worthwhile.alert.channel.PlainMail;
import worthwhile.alert.note.SourceNotes;
import worthwhile.alert.saved.Canary;
import worthwhile.alert.saved.Trouble;
import worthwhile.alert.saved.TroubleKind;
import worthwhile.posting.Reason;
import worthwhile.posting.Sentences;

/**
 * Mail to whoever runs the instance. It goes straight to the mail server, since the outbox may be
 * what does not work.
 *
 * @param site where people reach the site, without a slash at its end
 */
public record OperatorMail(MailChannel channel, String address, String site) {
  private static final String PAGE = "/operate/alerts";

  /**
   * Tells of troubles of one kind that came or went together; why that failed, absent if it did
   * not.
   */
  Optional<String> tell(List<Trouble> together, Instant at) {
    Trouble first = together.getFirst();
    boolean over = first.ended().isPresent();
    String text =
        (over ? words("over") + "\n\n" : "")
            + together.stream().map(this::paragraph).collect(Collectors.joining("\n\n"))
            + "\n\n"
            + page();
    String id =
        first.id() + "-" + (over ? "over" : first.told().map(Instant::toEpochMilli).orElse(0L));
    return failure(channel.send(new PlainMail(id, words(subject(first)), text, at), address));
  }

  /** Which words stand over a message of it. */
  static String subject(Trouble trouble) {
    String of = trouble.kind() == TroubleKind.SOURCE ? "source" : "subject";
    if (trouble.ended().isPresent()) return of + "-over";
    return trouble.told().isPresent() ? of + "-still" : of;
  }

  /** What is wrong and since when; of a source also where its runs and what mends it are shown. */
  private String paragraph(Trouble trouble) {
    String link =
        trouble.kind() == TroubleKind.SOURCE
            ? "\n" + site + "/operate/sources/" + trouble.subject()
            : "";
    return trouble.reason().text()
        + "\n"
        + words("since")
        + " "
        + SourceNotes.time(trouble.began())
        + link;
  }

  /** Shows once a day that mail arrives; why that failed, absent if it did not. */
  Optional<String> daily(Optional<Canary> last, Instant at) {
    Optional<Reason> failing = last.flatMap(Canary::trouble);
    String text =
        words("daily")
            + "\n\n"
            + failing.map(why -> words("daily-failing") + " " + why.text() + "\n\n").orElse("")
            + page();
    PlainMail mail = new PlainMail("daily-" + at.toEpochMilli(), words("daily-subject"), text, at);
    return failure(channel.send(mail, address));
  }

  private String page() {
    return words("page") + "\n" + site + PAGE + "\n";
  }

  /** Why an attempt failed; absent if it did not. */
  static Optional<String> failure(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Sent _ -> Optional.empty();
      case Attempt.Later(var _, String why) -> Optional.of(why);
      case Attempt.Away(String why) -> Optional.of(why);
      case Attempt.Refused(String why) -> Optional.of(why);
      case Attempt.Gone(String why) -> Optional.of(why);
    };
  }

  private static String words(String key) {
    return Sentences.english().words("alerts.operator." + key);
  }
}
