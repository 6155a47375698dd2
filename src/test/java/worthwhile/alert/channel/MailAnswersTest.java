package worthwhile.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.MailText;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.posting.FlatPosting;

/** What mail servers answer, and what becomes of a message by it. */
class MailAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Recipient ANNA =
      new Recipient(
          1,
          "anna",
          new Destination.Mail("anna@home.test", "word"),
          Optional.empty(),
          Optional.of("hash"),
          Recipient.State.CONFIRMED,
          NOW,
          Optional.of(NOW),
          Optional.empty(),
          Optional.empty());

  private static AlertMessage message(int tasks) {
    return new AlertMessage(
        "4f1c",
        AlertReason.NEW,
        IntStream.range(0, tasks)
            .mapToObj(
                n ->
                    new AlertMessage.Match(
                        FlatPosting.builder("mill", "mill", "n" + n).title("Sort " + n).build(),
                        List.of("s1")))
            .toList(),
        3,
        Map.of("s1", "Shapes"),
        "http://here.test",
        "http://here.test/alerts/mail/word",
        NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "450 4.2.0 greylisted come back, Later",
    "452 4.2.2 mailbox full, Later",
    "421 4.7.0 too many, Later",
    "550 5.1.1 no such user, Gone",
    "550 5.7.1 we do not like you, Refused",
    "550 5.1.10 no MX that takes mail, Refused",
    "554 no code at all, Refused"
  })
  void anAnswerDecidesWhatBecomesOfTheMessage(String answer, String outcome) throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer(answer)) {
      Attempt attempt = new MailChannel(server.settings()).send(message(1), ANNA);
      assertThat(attempt.getClass().getSimpleName()).as("%s", attempt).isEqualTo(outcome);
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsAway() {
    MailSettings nobody = MailSettings.parse("smtp://127.0.0.1:9", "a@here.test").orElseThrow();
    assertThat(new MailChannel(nobody).send(message(1), ANNA))
        .isInstanceOfSatisfying(
            Attempt.Away.class, away -> assertThat(away.why()).contains("not reached"));
  }

  @Test
  void aRepetitionHasTheSameMessageId() throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer("250 OK")) {
      MailChannel channel = new MailChannel(server.settings());
      assertThat(channel.send(message(2), ANNA)).isInstanceOf(Attempt.Sent.class);
      assertThat(channel.send(message(2), ANNA)).isInstanceOf(Attempt.Sent.class);
      assertThat(server.lines)
          .filteredOn(line -> line.startsWith("Message-ID:"))
          .containsExactly("Message-ID: <4f1c@here.test>", "Message-ID: <4f1c@here.test>");
      assertThat(server.lines).contains("Auto-Submitted: auto-generated");
    }
  }

  @Test
  void whatIsTooLongIsCutByWholeTasksAndSaysHowManyWereLeftOut() {
    String plain = MailText.plain(message(40));
    assertThat(plain.lines().filter(line -> line.startsWith("http://here.test/tasks/")))
        .hasSize(25);
    assertThat(plain).contains("15 more are in your ledger", "3 / 43 are gone since");
    assertThat(MailText.html(message(40))).contains("15 more are in your ledger");
  }
}
