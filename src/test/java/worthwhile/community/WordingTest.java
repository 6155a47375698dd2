package worthwhile.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;

/** What people write for others: offers are refused with their piece, tales of scams are not. */
class WordingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I lost money too, but a recovery expert got all of it back. Contact him on Telegram"
            + " @recoverpro",
        "Renting verified accounts, message me on WhatsApp +1 555 010 9999",
      })
  void anOfferIsRefusedWithThePieceThatIsMeant(String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wording.harmless("text", words))
        .withMessageContaining("“")
        .withMessageContaining("Leave it out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They asked me to write to them on Telegram and to pay a deposit first. I refused.",
        "Paid after three days, fair instructions, would do it again.",
        "It was a scam: I had to pay 50 USDT before I could withdraw.",
        "Rejected without a reason. My mail got no answer.",
      })
  void whoTellsOfAScamIsHeard(String words) {
    assertThat(Wording.harmless("text", words)).isEqualTo(words);
  }

  @Test
  void whatLeadsToAPersonIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wording.harmless("reason", "The one with A2QQQQ1RUQ6SD8 wrote this"))
        .withMessageContaining("“A2QQQQ1RUQ6SD8” leads to a person")
        .withMessageContaining("Leave it out");
  }

  @Test
  void wordsThatStoodBeforeDoNotKeepAnOutcomeFromBeingCorrected() {
    String old = "Renting verified accounts, message me on WhatsApp +1 555 010 9999";
    ReviewDraft before = new ReviewDraft(Review.Facts.of(Outcome.PENDING), Optional.of(old));
    ReviewDraft paid = new ReviewDraft(Review.Facts.of(Outcome.PAID), Optional.of(old));
    assertThat(paid.written(Optional.of(before))).isEqualTo(paid);
    assertThatIllegalArgumentException().isThrownBy(() -> paid.written(Optional.empty()));
  }
}
