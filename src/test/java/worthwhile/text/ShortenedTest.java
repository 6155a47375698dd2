package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShortenedTest {
  @ParameterizedTest
  @CsvSource({
    "label photos, label photos",
    "label photos!, label photo…",
    "'',''",
  })
  void nothingIsLongerThanTheMostAndWhatIsLeftOutIsShown(String text, String shown) {
    assertThat(Shortened.to(12, text)).isEqualTo(shown);
  }

  @Test
  void aSignOfTwoHalvesStaysWhole() {
    assertThat(Shortened.to(3, "💶💶💶")).isEqualTo("💶💶💶");
    assertThat(Shortened.to(3, "💶💶💶💶")).isEqualTo("💶💶…");
  }

  @Test
  void noBlankStandsBeforeTheDots() {
    assertThat(Shortened.to(7, "label a photo")).isEqualTo("label…");
  }
}
