package worthwhile.work.rejection;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Reason;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.text.CleanText;
import worthwhile.text.Shortened;
import worthwhile.work.Payment;
import worthwhile.work.Status;
import worthwhile.work.Work;

/**
 * The first message to a requester about work that was rejected or not paid. It tells what the
 * ledger holds, asks one question and accuses nobody.
 *
 * @param handedIn day on which the work was handed in; absent if not known
 * @param stated time that the task was said to take; absent if not known
 */
public record Letter(
    Work work,
    Optional<RejectionCause> cause,
    Optional<LocalDate> handedIn,
    Optional<Duration> stated) {
  private static final int LONGEST_NAME = 200;

  /** The message in paragraphs, an empty line between them. */
  public String text() {
    return paragraphs().stream()
        .map(sentences -> sentences.stream().map(Reason::text).collect(Collectors.joining(" ")))
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private List<List<Reason>> paragraphs() {
    List<Reason> happened = new ArrayList<>(List.of(about(), ended()));
    cause.map(Letter::said).ifPresent(happened::add);
    time().ifPresent(happened::add);
    Reason hello = Reason.of("letter-hello").with("requester", name(work.requesterName()));
    return List.of(
        List.of(hello), happened, List.of(question()), List.of(Reason.of("letter-thanks")));
  }

  private Reason about() {
    Reason about =
        handedIn
            .map(day -> Reason.of("letter-handed-in-on").with("day", day))
            .orElseGet(() -> Reason.of("letter-handed-in"));
    return about
        .with("title", name(work.title()))
        .with("id", name(work.identifier()))
        .with("reward", reward());
  }

  /** On one line and not without end; null if there is nothing. */
  private static @Nullable String name(@Nullable String text) {
    String line = CleanText.line(text);
    return line.isEmpty() ? null : Shortened.to(LONGEST_NAME, line);
  }

  private @Nullable String reward() {
    Payment payment = work.payment();
    return payment.reward() == null
        ? null
        : payment.reward().toPlainString() + " " + payment.currency();
  }

  private Reason ended() {
    return switch (work.status()) {
      case REJECTED -> Reason.of("letter-rejected");
      case TIMED_OUT -> Reason.of("letter-ran-out");
      case SCREENED_OUT -> Reason.of("letter-screened-out");
      case PENDING ->
          cause.isPresent() ? Reason.of("letter-rejected") : Reason.of("letter-undecided");
      case APPROVED, PAID, RETURNED, ABANDONED -> Reason.of("letter-unpaid");
    };
  }

  private static Reason said(RejectionCause cause) {
    return switch (cause) {
      case QUALITY -> Reason.of("letter-cause-quality");
      case TOO_FAST -> Reason.of("letter-cause-too-fast");
      case TIMED_OUT -> Reason.of("letter-cause-timed-out");
      case ATTENTION_CHECK -> Reason.of("letter-cause-attention-check");
      case DUPLICATE -> Reason.of("letter-cause-duplicate");
      case NOT_ELIGIBLE -> Reason.of("letter-cause-not-eligible");
      case NO_REASON -> Reason.of("letter-cause-none");
      case OTHER -> Reason.of("letter-cause-other");
    };
  }

  private Optional<Reason> time() {
    return work.times()
        .worked()
        .map(
            worked ->
                stated
                    .map(span -> Reason.of("letter-time-and-stated").with("stated", span))
                    .orElseGet(() -> Reason.of("letter-time"))
                    .with("worked", worked));
  }

  private Reason question() {
    return cause.map(Letter::question).orElseGet(this::questionWithoutCause);
  }

  private static Reason question(RejectionCause cause) {
    return switch (cause) {
      case QUALITY -> Reason.of("letter-ask-quality");
      case TOO_FAST -> Reason.of("letter-ask-too-fast");
      case TIMED_OUT -> Reason.of("letter-ask-timed-out");
      case ATTENTION_CHECK -> Reason.of("letter-ask-attention-check");
      case DUPLICATE -> Reason.of("letter-ask-duplicate");
      case NOT_ELIGIBLE -> Reason.of("letter-ask-not-eligible");
      case NO_REASON, OTHER -> Reason.of("letter-ask-cause");
    };
  }

  private Reason questionWithoutCause() {
    Status status = work.status();
    return switch (status) {
      case PENDING -> Reason.of("letter-ask-when");
      case TIMED_OUT -> Reason.of("letter-ask-timed-out");
      case SCREENED_OUT -> Reason.of("letter-ask-screened-out");
      case REJECTED, APPROVED, PAID, RETURNED, ABANDONED -> Reason.of("letter-ask-cause");
    };
  }
}
