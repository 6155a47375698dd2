package worthwhile.warning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A quote shows what a warning rests on. */
class QuotesTest {
  private static final Rules RULES = Rules.shipped();

  private static String quote(String code, String text) {
    return RULES.read(text, List.of()).findings().stream()
        .filter(finding -> finding.code().equals(code))
        .map(Observation::quote)
        .findFirst()
        .orElseThrow();
  }

  private static Sign sign(String text, String piece) {
    int at = text.indexOf(piece);
    return Sign.of("any", at, at + piece.length());
  }

  @Test
  void theSignsThatStandTogetherAreShown() {
    String text =
        "Parcel work.\n\n"
            + "We are a firm with friendly colleagues in eleven countries. ".repeat(4)
            + "You receive packages at your home, put new labels on them and ship them on.";
    assertThat(quote("reshipping", text)).contains("packages at your home").contains("label");
  }

  @Test
  void aShareEndsWithItsPercentSign() {
    assertThat(quote("account-rental", "Rent us your Upwork account, you get 30% of all."))
        .endsWith("30%");
  }

  @Test
  void signsFarApartAreShownAsFarAsTheyFit() {
    String text = "Confirm. " + "So it is. ".repeat(30) + "Send us the code now, and the rest.";
    Sign word = sign(text, "Confirm");
    Sign code = sign(text, "Send us the code");
    assertThat(Quotes.of(List.of(word, code), text)).isEqualTo("Send us the code");
    assertThat(Quotes.of(List.of(code, sign(text, "rest"), word), text))
        .isEqualTo("Send us the code now, and the rest");
  }

  @Test
  void noCharacterIsCutInTwo() {
    String text = "a" + "😀".repeat(200);
    String quote = Quotes.of(List.of(Sign.of("any", 0, text.length())), text);
    assertThat(quote).hasSize(239).startsWith("a😀").endsWith("😀");
    String words = "word ".repeat(60);
    assertThat(Quotes.of(List.of(Sign.of("any", 0, words.length())), words))
        .endsWith("word")
        .hasSizeLessThan(241);
    assertThat(Rules.beginning("a" + "😀".repeat(10_000))).hasSize(19_999);
    assertThat(Rules.beginning("Sort leaves. ".repeat(2_000))).endsWith(" Sort");
  }
}
