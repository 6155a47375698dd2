package worthwhile.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names an account may have, and which of them are taken for one another. */
class AccountNameTest {
  private static String refusal(String typed) {
    return switch (AccountName.check(typed)) {
      case AccountName.Checked.Fine(AccountName name) -> "fine: " + name.text();
      case AccountName.Checked.Refused(String reason) -> reason;
    };
  }

  @Test
  void aNameHasFromTwoToFortyCharacters() {
    String far = "\uD801\uDC00"; // one character outside the basic plane
    assertThat(refusal("a")).contains("from 2 to 40").endsWith("this one has 1.");
    assertThat(refusal("ab")).isEqualTo("fine: ab");
    assertThat(refusal("a".repeat(40))).startsWith("fine");
    assertThat(refusal("a".repeat(41))).endsWith("this one has 41.");
    assertThat(refusal(far.repeat(40))).startsWith("fine");
    assertThat(refusal(far.repeat(41))).endsWith("this one has 41.");
    assertThat(refusal("  ab \n")).as("blanks around it are none of it").isEqualTo("fine: ab");
    assertThat(refusal("")).endsWith("this one has 0.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna_k",
        "anna-k",
        "anna k",
        "anna.k",
        "a1",
        "1a",
        "Zoë",
        "Ольга",
        "さくらサクラ桜A",
        "한국漢字",
        "नमस्ते",
        "עברית"
      })
  void theseMayBeHad(String name) {
    assertThat(refusal(name)).isEqualTo("fine: " + name);
  }

  @ParameterizedTest
  @CsvSource({
    "_anna, begins and ends",
    "anna_, begins and ends",
    "an..na, no two signs",
    "an _na, no two signs",
    "an/na, (U+002F)",
    "an\u200Bna, (U+200B)",
    "an\u3164na, (U+1160)",
    "an😀na, 😀 (U+1F600)",
    "Oльга, mixes letters",
    "аnna, mixes letters",
    "Worthwhile, cannot be had here",
    "W0rthwhile, cannot be had here"
  })
  void theseMayNot(String name, String why) {
    assertThat(refusal(name)).contains(why);
  }

  @ParameterizedTest
  @CsvSource({"anna, ANNA", "anna, ａnna", "Olga, 0lga", "will, wi1l", "straße, STRASSE"})
  void namesThatLookAlikeHaveOneKey(String one, String other) {
    assertThat(AccountName.keyOf(one)).isEqualTo(AccountName.keyOf(other));
  }

  @Test
  void othersHaveTwo() {
    assertThat(AccountName.keyOf("anna")).isNotEqualTo(AccountName.keyOf("anne"));
    assertThat(AccountName.keyOf("an.na")).isNotEqualTo(AccountName.keyOf("anna"));
  }
}
