package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.PostingJson;
import worthwhile.source.Stop;

/** An error that is a number is one, whatever number it is. */
class JsonErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "404,GONE",
    "429,RATE_LIMITED",
    "500,DRIFTED",
    "99999999999999999999,DRIFTED",
    "-1.5,DRIFTED",
    "1e999999999,DRIFTED"
  })
  void anyNumber(String number, Stop.Kind kind) {
    String json = "{\"message\": \"x\", \"error\": %s}".formatted(number);
    assertThat(JsonErrors.in(PostingJson.MAPPER.readTree(json)).orElseThrow().kind())
        .isEqualTo(kind);
  }
}
