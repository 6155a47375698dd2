package worthwhile.fetch.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body is, however much stands before its first element. */
class BodyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <rss version="2.0">                      | XML
          <feed>                                   | XML
          <a:b xmlns:a="urn:x">                    | XML
          <svg xmlns="http://www.w3.org/2000/svg"> | HTML
          <!DOCTYPE html><p>                       | HTML
          <html xmlns="x">                         | HTML
          <p>text                                  | HTML
          {"a": 1}                                 | JSON
          text                                     | OTHER
          """)
  void whateverStandsBefore(String start, Body.Kind kind) {
    boolean markup = start.startsWith("<");
    assertThat(kind("", start)).isEqualTo(kind);
    assertThat(kind(" \\n".repeat(40_000), start)).isEqualTo(kind);
    if (!markup) return;
    assertThat(kind("<!-- made by hand -->" + " ".repeat(40_000), start)).isEqualTo(kind);
    assertThat(kind("<!-- a -->\\n".repeat(20_000), start)).isEqualTo(kind);
    assertThat(kind("<!--" + "-".repeat(100_000) + "-->", start)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648e-2147483648", "1e99999999999", "-"})
  void aNumberThatIsNoneIsBrokenJson(String number) {
    assertThat(LenientJson.body("{\"a\": " + number + "}")).isInstanceOf(LenientJson.Broken.class);
    assertThat(LenientJson.script("{\"a\": " + number + "};"))
        .isInstanceOf(LenientJson.Broken.class);
  }

  private static Body.Kind kind(String before, String start) {
    byte[] bytes = (before.replace("\\n", "\n") + start).getBytes(StandardCharsets.UTF_8);
    return Body.of(bytes, Optional.empty()).kind(Optional.empty());
  }
}
