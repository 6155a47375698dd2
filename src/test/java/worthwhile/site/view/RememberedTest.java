package worthwhile.site.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is made of the cookie, whoever wrote it. */
class RememberedTest {
  @ParameterizedTest
  @CsvFileSource(
      resources = "/site/remembered.csv",
      delimiter = ';',
      quoteCharacter = '~',
      numLinesToSkip = 1)
  void whatMakesSenseIsTaken(
      String cookie, String country, String floor, String currency, String kind) {
    Remembered remembered = Remembered.parse(cookie);
    assertThat(remembered.countries()).isEqualTo(words(country));
    assertThat(remembered.floor()).isEqualTo(Optional.ofNullable(floor));
    assertThat(remembered.currency()).isEqualTo(Optional.ofNullable(currency));
    assertThat(new TreeSet<>(remembered.kinds())).isEqualTo(new TreeSet<>(words(kind)));
    assertThat(Remembered.parse(remembered.text())).isEqualTo(remembered);
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : Arrays.asList(text.split(" "));
  }

  @Test
  void aCookieOfAnyLengthIsNoTrouble() {
    assertThat(Remembered.parse("country:KE&".repeat(900))).isEqualTo(Remembered.NOTHING);
  }

  @Test
  void whatIsNotNamedStays() {
    Remembered kenya = Remembered.parse("country:KE&floor:150-KES&kind:job");
    assertThat(kenya.with(Map.of("floor", List.of("2 USD"))).text())
        .isEqualTo("country:KE&floor:2-USD&kind:job");
    assertThat(
            kenya
                .with(Map.of("country", List.of("any"), "floor", List.of("none")))
                .with(Map.of("kind", List.of("any")))
                .isNothing())
        .isTrue();
  }
}
