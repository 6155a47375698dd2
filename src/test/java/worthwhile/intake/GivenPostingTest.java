package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.PostingJson;

class GivenPostingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['desktop', 'webcam'] | [desktop, webcam]",
        "'Computer with webcam, smartphone' | [desktop, webcam, phone]",
        "['abacus', 7, null] | []",
        "null | []"
      })
  void devicesAreReadFromAListOrAText(String given, String devices) {
    String json =
        "{'title': 'Talk to us', 'skills': 'talking', 'devices': %s}"
            .formatted(given)
            .replace('\'', '"');
    GivenPosting read =
        GivenPosting.read(
            PostingJson.MAPPER.readTree(json), "1", Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(read.posting().devices().toString()).isEqualTo(devices);
    assertThat(read.posting().skills()).containsExactly("talking");
    assertThat(read.passedOver()).isEmpty();
  }
}
