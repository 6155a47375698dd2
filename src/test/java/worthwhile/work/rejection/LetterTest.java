package worthwhile.work.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.posting.Organization;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.work.Status;
import worthwhile.work.Work;

/** The first message tells the facts of the ledger, asks, and accuses nobody. */
class LetterTest {
  private static final Instant HANDED_IN = Instant.parse("2026-11-03T10:00:00Z");

  private static String letter(Work work, RejectionCause cause) {
    return new Letter(
            work,
            Optional.ofNullable(cause),
            Optional.of(LocalDate.of(2026, 11, 3)),
            Optional.of(Duration.ofMinutes(20)))
        .text();
  }

  @Test
  void itIsFilledFromTheLedger() {
    assertThat(letter(RejectedWork.of(Status.REJECTED, HANDED_IN), RejectionCause.TOO_FAST))
        .isEqualTo(
            """
            Hello Dr Quill,

            On 3 November 2026 I handed in “Sort the harbour photos” (id sub-77), which was to pay \
            2.50 GBP. It was rejected. The cause I was given is that I was too fast. I worked 11 \
            minutes on it; the time stated was 20 minutes.

            Could you please look at what I handed in again, and tell me which part of it made you \
            decide so?

            Thank you for your help.""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rejected | quality | the quality of the work | what was missing",
        "rejected | too-fast | too fast | which part of it",
        "rejected | timed-out | the time ran out | can still be counted",
        "rejected | attention-check | an attention check | which question it was",
        "rejected | duplicate | taken part before | which earlier work",
        "rejected | not-eligible | did not meet the conditions | which condition",
        "rejected | no-reason | not told a cause | tell me the cause",
        "rejected | other | do not quite understand | tell me the cause",
        "rejected | - | It was rejected. | tell me the cause",
        "timed-out | - | the time ran out | can still be counted",
        "screened-out | - | screened out of it | is paid?",
        "pending | - | not been decided yet | when it will be decided",
        "pending | quality | It was rejected. | what was missing"
      })
  void itAsksByItsCause(String status, String cause, String told, String asked) {
    Status stands = Worded.of(Status.class, status).orElseThrow();
    RejectionCause given = Worded.of(RejectionCause.class, cause).orElse(null);
    String letter = letter(RejectedWork.of(stands, HANDED_IN), given);
    assertThat(letter).contains(told).contains(asked);
  }

  @ParameterizedTest
  @EnumSource(RejectionCause.class)
  void itNeitherAccusesNorThreatens(RejectionCause cause) {
    assertThat(
            letter(RejectedWork.of(Status.REJECTED, HANDED_IN), cause)
                .toLowerCase(java.util.Locale.ROOT))
        .doesNotContainPattern("unfair|wrong|scam|cheat|report|lawyer|legal|demand|must|must not");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    Work work = RejectedWork.of("Sort", null, Status.REJECTED, null);
    String letter = new Letter(work, Optional.empty(), Optional.empty(), Optional.empty()).text();
    assertThat(letter)
        .startsWith("Hello,\n\nI handed in “Sort”")
        .contains("I worked 11 minutes on it.")
        .doesNotContain("none", "null", "stated");
  }

  @Test
  void namesThatTurnTheWritingOrFillThePageComeOutPlain() {
    String title = "\u202Egnol\u202C \u200B{title}\r\nBcc: x <b>bold</b> " + "y".repeat(5_000);
    Work work =
        RejectedWork.of(title, Organization.named("O\u0000'Neil {0} "), Status.REJECTED, HANDED_IN);
    assertThat(letter(work, null))
        .startsWith(
            "Hello O'Neil {0},\n\nOn 3 November 2026 I handed in “gnol {title} Bcc: x bold y")
        .doesNotContain("\u202E", "\u200B", "\r", "<b>")
        .hasSizeLessThan(700);
  }
}
