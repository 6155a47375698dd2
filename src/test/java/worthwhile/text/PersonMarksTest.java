package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leads to one person is found, and other numbers and signs are not. */
class PersonMarksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rosa.vega@mail.example wrote this | rosa.vega@mail.example",
        "rosa [at] mail [dot] example | rosa [at] mail [dot] example",
        "rosa (at) mail.example | rosa (at) mail.example",
        "rosa at mail dot com | rosa at mail dot com",
        "mi correo es rosa arroba correo punto com | rosa arroba correo punto com",
        "Her phone is +44 7700 900123. | +44 7700 900123",
        "(020) 7946 0958 is her number | (020) 7946 0958",
        "06 12 34 56 78 | 06 12 34 56 78",
        "llámame al 600123123 | 600123123",
        "Worker A2QQQQ1RUQ6SD8 clicked through | A2QQQQ1RUQ6SD8",
        "Prolific ID 5f3e9a0b1c2d3e4f5a6b7c8d failed | 5f3e9a0b1c2d3e4f5a6b7c8d",
        "participant 5f3e9a0b1c2d3e4f5a6b7c8d | 5f3e9a0b1c2d3e4f5a6b7c8d"
      })
  void aPieceThatLeadsToAPersonIsFound(String text, String piece) {
    assertThat(PersonMarks.first(text)).contains(piece);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Paid 12.50 GBP after 3 days, 10-15 minutes each, 2026-11-20 10:00.",
        "Between 2024-2026 I did 1000000 of them, from 20-11-2026 12 places.",
        "Study 66f0a1b2c3d4e5f60718293a never paid.",
        "https://app.prolific.example/studies/66f0a1b2c3d4e5f60718293a",
        "The batch 1234567890 was fine. ACCESSIBILITY matters. We met at noon dot.",
        "Rates went from 1,200,000 to 1,350,000 points; the code was 4711-0815.",
        "Cobró 10 20 30 veces, 100 % correcto @ 3 pm"
      })
  void otherNumbersAndSignsAreNot(String text) {
    assertThat(PersonMarks.first(text)).isEmpty();
  }

  @Test
  void longTextsAreReadInNoTime() {
    String digits = "1 ".repeat(2_000) + "a.".repeat(2_000) + "at ".repeat(1_000);
    assertThat(PersonMarks.first(digits.replace("1 ", "1  -"))).isEmpty();
  }
}
