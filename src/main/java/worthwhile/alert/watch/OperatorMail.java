package worthwhile.alert.watch;

import java.time.Instant;
import java.util.Optional;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.MailChannel;
import worthwhile.alert.channel.PlainMail;
import worthwhile.alert.note.SourceNotes;
import worthwhile.alert.saved.Canary;
import worthwhile.alert.saved.Trouble;
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

  /** Tells of a trouble, or that it is over; why that failed, absent if it did not. */
  Optional<String> tell(Trouble trouble, Instant at) {
    boolean over = trouble.ended().isPresent();
    String subject =
        over ? "subject-over" : trouble.told().isPresent() ? "subject-still" : "subject";
    String text =
        (over ? words("over") + "\n\n" : "")
            + trouble.reason().text()
            + "\n\n"
            + words("since")
            + " "
            + SourceNotes.time(trouble.began())
            + "\n\n"
            + page();
    String id =
        trouble.id() + "-" + (over ? "over" : trouble.told().map(Instant::toEpochMilli).orElse(0L));
    return failure(channel.send(new PlainMail(id, words(subject), text, at), address));
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
